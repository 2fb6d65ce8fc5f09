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
    return parseIdx(await readFile(file));
  } catch (error) {
    throw new RangeError(`${file}: ${firstLine(error)}`);
  }
}
