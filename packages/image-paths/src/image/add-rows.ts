import type { Image } from './image.js';

// Two bytes of a word have 16 bits each for their sums: 257 · 255 still fit.
const MAX_ROWS = 257;
const EVEN_BYTES = 0x00ff00ff;

/** Adds `rows` rows of `sums.length` bytes, the first of them at `first`, byte by byte of a row. */
export function addRows(sums: Int32Array, bytes: Image['data'], first: number, rows: number): void {
  const whole = (bytes.byteOffset + first) % 4 === 0 && sums.length % 4 === 0;
  if (whole && rows <= MAX_ROWS) addWords(sums, bytes, first, rows);
  else addBytes(sums, bytes, first, rows);
}

/** Four bytes at a time: those at even places in one sum, those at odd places in another. */
function addWords(sums: Int32Array, bytes: Image['data'], first: number, rows: number): void {
  const length = sums.length / 4;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, rows * length);
  for (let k = 0, at = 0; k < length; k++, at += 4) {
    let even = 0;
    let odd = 0;
    for (let from = k; from < words.length; from += length) {
      const word = words[from];
      even += word & EVEN_BYTES;
      odd += (word >>> 8) & EVEN_BYTES;
    }
    sums[at] = even & 0xffff;
    sums[at + 1] = odd & 0xffff;
    sums[at + 2] = even >>> 16;
    sums[at + 3] = odd >>> 16;
  }
}

function addBytes(sums: Int32Array, bytes: Image['data'], first: number, rows: number): void {
  const { length } = sums;
  sums.fill(0);
  for (let row = 0, from = first; row < rows; row++) {
    for (let k = 0; k < length; k++) sums[k] += bytes[from++];
  }
}
