import { isDense } from '../arrays/is-dense.js';
import type { RealArray, RealData } from '../arrays/real-array.js';

/** Throws a RangeError that names the first place of an array that holds NaN or an infinity. */
export function requireFinite(array: RealArray, name: string): void {
  const { data, offset, size } = array;
  // NaN and infinities do not leave a sum; one that only grew too large is looked at again.
  const sum = isDense(array) ? sumOfRun(data, offset, offset + size) : Number.NaN;
  if (Number.isFinite(sum)) return;
  const found = firstNotFinite(array);
  if (found === undefined) return;
  const [place, value] = found;
  throw new RangeError(`${name} must hold finite numbers, got ${value} at [${place.join(', ')}]`);
}

/** Four sums side by side, for one would wait for each addition in turn. */
function sumOfRun(data: RealData, start: number, end: number): number {
  let first = 0.5;
  let second = 0.5;
  let third = 0.5;
  let fourth = 0.5;
  let index = start;
  for (; index + 8 <= end; index += 8) {
    first += data[index] + data[index + 4];
    second += data[index + 1] + data[index + 5];
    third += data[index + 2] + data[index + 6];
    fourth += data[index + 3] + data[index + 7];
  }
  for (; index < end; index++) first += data[index];
  return first + second + third + fourth;
}

function firstNotFinite({
  data,
  offset,
  shape,
  stride,
  size,
}: RealArray): [number[], number] | undefined {
  const place = shape.map(() => 0);
  let at = offset;
  for (let left = size; left > 0; left--) {
    if (!Number.isFinite(data[at])) return [place, data[at]];
    // The next place in row-major order.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      at += stride[axis];
      if (++place[axis] < shape[axis]) break;
      at -= shape[axis] * stride[axis];
      place[axis] = 0;
    }
  }
  return undefined;
}
