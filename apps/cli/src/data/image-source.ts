import type { FittedSize, ImageSet } from '@sig/image-paths';
import type { SkippedFile } from '@sig/image-paths/node';
import { openFolder } from './open-folder.js';
import { openMnist } from './open-mnist.js';

/** Images that were read, and the files that could not be. */
export interface ReadImages {
  readonly images: ImageSet;
  /** What each image is called: its file. */
  readonly names: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

export interface ReadPartOptions extends FittedSize {
  /** At most so many images, of all classes. */
  readonly limit?: number;
  /** The images to read, by their places in the part; goes before `limit`. */
  readonly places?: readonly number[];
  /** Of the choice that `limit` makes. */
  readonly seed?: number;
  /** Throw at the first file that cannot be read. */
  readonly strict?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** Labelled images that lie somewhere, listed but not yet read. */
export interface ImageSource {
  readonly kind: 'mnist' | 'folder';
  readonly classes: readonly string[];
  /** Images in each part, as far as their names tell. */
  readonly trainCount: number;
  readonly testCount: number;
  /** Files that are no images by their names. */
  readonly skipped: readonly SkippedFile[];
  /** Whether the images have colours. */
  detectChannels(): Promise<'rgb' | 'grey'>;
  /** The class of each image of a part, as listed. */
  labels(part: 'train' | 'test'): Int32Array;
  read(part: 'train' | 'test', options: ReadPartOptions): Promise<ReadImages>;
}

/** The images that `mnist` or a folder's path names. */
export function openImageSource(name: string): Promise<ImageSource> {
  return name === 'mnist' ? openMnist() : openFolder(name);
}
