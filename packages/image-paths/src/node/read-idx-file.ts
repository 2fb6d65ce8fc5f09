import { readFile } from 'node:fs/promises';
import { type IdxArray, parseIdx } from '../idx/parse-idx.js';
import { firstLine } from './load-sharp.js';

/**
 * Reads an idx file, the format of MNIST (see `parseIdx`).
 *
 * @throws RangeError, one line that names the file, when it is missing or no idx file.
 *
 * @example
 * const { shape, data } = await readIdxFile('t10k-images-idx3-ubyte');
 */
export async function readIdxFile(file: string): Promise<IdxArray> {
  try {
    // As a plain array: a Buffer's slice and JSON are other than a Uint8Array's.
    const { buffer, byteOffset, byteLength } = await readFile(file);
    return parseIdx(new Uint8Array(buffer, byteOffset, byteLength));
  } catch (error) {
    throw new RangeError(`${file}: ${firstLine(error)}`);
  }
}
