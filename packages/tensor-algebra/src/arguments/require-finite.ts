import { isDense } from '../arrays/is-dense.js';
import type { RealArray, RealData } from '../arrays/real-array.js';

/** Throws a RangeError that names the first place of an array that holds NaN or an infinity. */
export function requireFinite(array: RealArray, name: string): void {
  const { data, offset, size } = array;
  // NaN and the infinities times zero are NaN, all else is zero: one sum tells of them all.
  if (isDense(array) ? finiteRun(data, offset, offset + size) : finiteStrided(array)) return;
  const [place, value] = firstNotFinite(array);
  throw new RangeError(`${name} must hold finite numbers, got ${value} at [${place.join(', ')}]`);
}

function finiteRun(data: RealData, start: number, end: number): boolean {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let index = start;
  for (; index + 4 <= end; index += 4) {
    first += data[index] * 0;
    second += data[index + 1] * 0;
    third += data[index + 2] * 0;
    fourth += data[index + 3] * 0;
  }
  for (; index < end; index++) first += data[index] * 0;
  return first + second + third + fourth === 0;
}

function finiteStrided({ data, offset, shape, stride }: RealArray): boolean {
  const inner = shape.length - 1;
  const rows = shape.slice(0, inner).reduce((product, size) => product * size, 1);
  for (let row = 0; row < rows; row++) {
    let rest = row;
    let at = offset;
    for (let axis = inner - 1; axis >= 0; axis--) {
      at += (rest % shape[axis]) * stride[axis];
      rest = Math.floor(rest / shape[axis]);
    }
    for (let index = 0; index < shape[inner]; index++, at += stride[inner]) {
      if (data[at] * 0 !== 0) return false;
    }
  }
  return true;
}

function firstNotFinite({ data, offset, shape, stride }: RealArray): [number[], number] {
  const place = shape.map(() => 0);
  for (;;) {
    const at = place.reduce((sum, index, axis) => sum + index * stride[axis], offset);
    if (!Number.isFinite(data[at])) return [place, data[at]];
    for (let axis = shape.length - 1; axis >= 0 && ++place[axis] === shape[axis]; axis--) {
      place[axis] = 0;
    }
  }
}
