/** uint8 pixels, [height, width, channels], rows from the top: grey, grey and alpha, RGB or RGBA. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 1 to 4; left out, it is what the bytes are enough for. */
  readonly channels?: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Pixels, an ImageData, or what a browser can draw on a canvas. */
export type ImageSource =
  | Pixels
  | ImageBitmap
  | VideoFrame
  | HTMLVideoElement
  | HTMLImageElement
  | HTMLCanvasElement
  | OffscreenCanvas;

/** Reads the pixels of images; what must be drawn to be read is drawn on one canvas. */
export function createPixelReader(): (image: ImageSource) => Pixels {
  let context: OffscreenCanvasRenderingContext2D | null | undefined;
  return (image) => {
    if (typeof image !== 'object' || image === null) {
      throw new TypeError(`an image must be { width, height, data }, got ${image}`);
    }
    if ('data' in image) return image;
    if (typeof OffscreenCanvas === 'undefined') {
      throw new TypeError('an image must be { width, height, data } where there is no canvas');
    }
    const [width, height] = sidesOf(image);
    context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('this browser gives no canvas to read an image from');
    const { canvas } = context;
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    context.clearRect(0, 0, width, height);
    context.drawImage(image, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  };
}

function sidesOf(image: Exclude<ImageSource, Pixels>): [width: number, height: number] {
  if ('displayWidth' in image) return [image.displayWidth, image.displayHeight];
  if ('videoWidth' in image) return [image.videoWidth, image.videoHeight];
  if ('naturalWidth' in image) return [image.naturalWidth, image.naturalHeight];
  return [image.width, image.height];
}
