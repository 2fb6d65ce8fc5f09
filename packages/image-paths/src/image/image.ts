/** Pixels of one image: uint8, [height, width, channels], RGB or grey, rows from the top. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** An image as decoders give it: grey, grey and alpha, RGB, or RGB and alpha (not premultiplied). */
export interface RawImage {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * How an image of another aspect ratio is brought to a size: `stretch` changes both sides
 * independently; `pad` keeps all of it and adds bars of its mean colour; `crop` fills the size and
 * leaves out what is left and right, or above and below.
 */
export type Fit = 'stretch' | 'pad' | 'crop';

/** Width, height and channels of images that all look alike. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** What images are brought to, and how. */
export interface FittedSize extends ImageSize {
  /** `stretch` when left out. */
  readonly fit?: Fit;
}
