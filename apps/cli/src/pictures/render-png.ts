import type Sharp from 'sharp';
import { CommandError } from '../errors.js';
import { DOTS } from './inline-image.js';

/** Dots an inch of an SVG that is drawn at its own size. */
const PLAIN = 72;

/**
 * An SVG with words as the bytes of a PNG.
 *
 * @throws CommandError where this machine has no fonts to draw the words with.
 */
export async function renderPng(svg: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  if (!(await hasFonts(sharp))) {
    throw new CommandError(
      'this machine has no fonts to write names on a PNG with; give --out a name that ends in .svg and look at it in a browser',
    );
  }
  // Pictures inside an SVG may be longer than what a parser takes for honest.
  return sharp(Buffer.from(svg), { unlimited: true, density: DOTS * PLAIN })
    .png()
    .toBuffer();
}

/** Without a font every character is the same empty box. */
async function hasFonts(sharp: typeof Sharp): Promise<boolean> {
  const drawn = (word: string): Promise<Buffer> =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15" font-family="sans-serif">${word}</text></svg>`,
      ),
    )
      .raw()
      .toBuffer();
  return !(await drawn('ab')).equals(await drawn('xk'));
}
