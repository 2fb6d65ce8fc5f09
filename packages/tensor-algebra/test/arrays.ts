import ndarray, { type NdArray } from 'ndarray';

export const float64 = (values: readonly number[], shape: number[]): NdArray<Float64Array> =>
  ndarray(new Float64Array(values), shape);

export const float32 = (values: readonly number[], shape: number[]): NdArray<Float32Array> =>
  ndarray(new Float32Array(values), shape);

/** The same numbers behind negative and wide strides and an offset. */
export function scattered(array: NdArray<Float64Array>): NdArray<Float64Array> {
  const { shape } = array;
  const stride = shape.map((_, axis) => 2 * shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const data = new Float64Array(2 * array.size + 3).fill(Number.NaN);
  const wide = ndarray(data, shape, stride, 3).step(...shape.map(() => -1));
  const visit = (place: number[]): void => {
    if (place.length === shape.length) {
      wide.set(...place, array.get(...place));
      return;
    }
    for (let index = 0; index < shape[place.length]; index++) visit([...place, index]);
  };
  visit([]);
  return wide;
}

/** Repeatable numbers from -1 to 1. */
export function numbers(count: number, seed = 1): number[] {
  let state = seed * 2654435761;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}
