import { copyOut } from '../arrays/copy-out.js';
import { isDense } from '../arrays/is-dense.js';
import type { RealArray, RealData } from '../arrays/real-array.js';
import { rowsOf } from '../arrays/rows-of.js';

/** Writes the tensors of some paths of a batch into the result, their scalar 1 before them if asked. */
export function writeTensors(
  tensors: RealData,
  result: RealArray,
  single: boolean,
  first: number,
  count: number,
  scalarTerm: boolean,
): void {
  const width = result.shape[result.dimension - 1];
  if (isDense(result) && !scalarTerm) {
    const perPath = tensors.length / count;
    result.data.set(tensors, result.offset + first * perPath);
    return;
  }
  const target = single ? result : rowsOf(result, first, count);
  copyOut(scalarTerm ? withScalars(tensors, width) : tensors, target);
}

function withScalars(tensors: RealData, width: number): RealData {
  const words = width - 1;
  const rows = tensors.length / words;
  const wide = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++) {
    wide[row * width] = 1;
    wide.set(tensors.subarray(row * words, (row + 1) * words), row * width + 1);
  }
  return wide;
}
