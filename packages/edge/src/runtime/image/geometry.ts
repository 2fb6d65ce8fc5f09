import type { Pixels } from './image-source.js';

/** The images that a model takes, and what is done with those of another aspect ratio. */
export interface InputSize {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly fit: 'stretch' | 'pad' | 'crop';
}

/** Which piece of an image goes to which place. */
export interface Geometry {
  readonly fromWidth: number;
  readonly fromHeight: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly toLeft: number;
  readonly toTop: number;
  readonly toWidth: number;
  readonly toHeight: number;
}

/** Where an image of some size goes: all of it, or a piece of it, to all of the new one or its middle. */
export function geometryOf(image: Pixels, size: InputSize): Geometry {
  let { width, height } = image;
  let { width: toWidth, height: toHeight } = size;
  if (size.fit === 'crop') {
    const ratio = toWidth / toHeight;
    width = Math.max(1, Math.min(image.width, Math.round(image.height * ratio)));
    height = Math.max(1, Math.min(image.height, Math.round(image.width / ratio)));
  }
  if (size.fit === 'pad') {
    const scale = Math.min(toWidth / width, toHeight / height);
    toWidth = Math.max(1, Math.round(width * scale));
    toHeight = Math.max(1, Math.round(height * scale));
  }
  return {
    fromWidth: image.width,
    fromHeight: image.height,
    left: (image.width - width) >> 1,
    top: (image.height - height) >> 1,
    width,
    height,
    toLeft: (size.width - toWidth) >> 1,
    toTop: (size.height - toHeight) >> 1,
    toWidth,
    toHeight,
  };
}
