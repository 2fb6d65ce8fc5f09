import type { Pixels } from '../link/learner.js';

/** Bytes of a file, and pixels of an image, beyond which none is decoded. */
const MOST_BYTES = 100 * 2 ** 20;
const MOST_PIXELS = 100e6;

/** The sides to which images are brought when they are decoded. */
export const SIDE = {
  /** Two or three times what a model looks at, so that a thousand photographs fit in memory. */
  toLearn: 160,
  /** What is asked about is looked at nearly as it is. */
  toTry: 1024,
} as const;

/**
 * The pixels of an image file in RGBA, upright, on white, its longer side at most `side` pixels. Its size is
 * looked at before it is decoded.
 *
 * @throws Error of one line when the file is no image that this browser reads, or too large.
 */
export async function decodeImage(file: Blob & { name?: string }, side: number): Promise<Pixels> {
  const name = file.name || 'the image';
  if (file.size > MOST_BYTES) {
    throw new Error(`${name} has ${Math.round(file.size / 2 ** 20)} MB, at most 100 are read`);
  }
  // Drawings in SVG have no pixels of their own, and may draw for as long as they like.
  if (file.type === 'image/svg+xml') throw notAnImage(name);
  const url = URL.createObjectURL(file);
  try {
    const image = new Image();
    image.src = url;
    await new Promise<void>((resolve, reject) => {
      image.onload = () => resolve();
      image.onerror = () => reject(notAnImage(name));
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    if (width * height === 0) throw notAnImage(name);
    if (width * height > MOST_PIXELS) {
      throw new Error(`${name} has ${width}×${height} pixels, at most 100 million are read`);
    }
    return drawPixels(image, width, height, side);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** The pixels of what can be drawn, brought to at most `side` along its longer side. */
export function drawPixels(
  source: CanvasImageSource,
  width: number,
  height: number,
  side: number,
): Pixels {
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser gives no canvas to read images with');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  return { width: canvas.width, height: canvas.height, data };
}

function notAnImage(name: string): Error {
  return new Error(
    `${name} is no image that this browser reads; give a JPEG, PNG, WebP, GIF or AVIF file`,
  );
}
