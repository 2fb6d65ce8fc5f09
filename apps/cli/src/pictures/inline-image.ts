import { type Markup, svg } from '@sig/heads/plots';

/** Pixels: grey, RGB, or RGB and how opaque each is. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** Where pixels are shown. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Dots of a PNG for each pixel of the SVG: screens are that fine. */
export const DOTS = 2;

/** An image at a place as a PNG inside the SVG; where it is enlarged, its pixels stay squares. */
export async function inlineImage(pixels: Pixels, place: Place): Promise<Markup> {
  const { default: sharp } = await import('sharp');
  const { data, width, height, channels } = pixels;
  const dots = {
    width: Math.max(1, Math.round(DOTS * place.width)),
    height: Math.max(1, Math.round(DOTS * place.height)),
  };
  const png = await sharp(data, { raw: { width, height, channels } })
    .resize({ ...dots, kernel: dots.width >= width ? 'nearest' : 'lanczos3', fit: 'fill' })
    .png()
    .toBuffer();
  return svg`<image x="${place.x}" y="${place.y}" width="${place.width}" height="${place.height}" preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/>`;
}
