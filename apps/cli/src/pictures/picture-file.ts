import { UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { renderPng } from './render-png.js';

/** Refuses a name that is not of a .png or .svg file, or a place where none can be written. */
export function checkPictureFile(out: string): void {
  if (!/\.(png|svg)$/i.test(out)) {
    throw new UsageError(`--out must be the name of a .png or .svg file, got ${out || "''"}`);
  }
  checkWritable(out);
}

/** Writes an SVG as what the name of the file says, and tells its bytes. */
export async function writePictureFile(out: string, svg: string): Promise<number> {
  const bytes = /\.svg$/i.test(out) ? Buffer.from(svg) : await renderPng(svg);
  writeFileAtomic(out, bytes);
  return bytes.length;
}
