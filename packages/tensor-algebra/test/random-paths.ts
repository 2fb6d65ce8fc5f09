import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';

export interface RandomPath {
  path: NdArray<Float64Array>;
  length: number;
  channels: number;
  depth: number;
}

const deepest = [0, 7, 6, 4, 4, 3, 3];

/** Random paths of 1 to 6 channels, with a depth that keeps them quick. */
export function randomPath(least = 1, most = 12): fc.Arbitrary<RandomPath> {
  return fc
    .record({
      channels: fc.integer({ min: 1, max: 6 }),
      length: fc.integer({ min: least, max: most }),
    })
    .chain(({ channels, length }) =>
      fc.record({
        path: points(length, channels),
        length: fc.constant(length),
        channels: fc.constant(channels),
        depth: fc.integer({ min: 1, max: deepest[channels] }),
      }),
    );
}

/** Points with coordinates of -2 to 2. */
export function points(length: number, channels: number): fc.Arbitrary<NdArray<Float64Array>> {
  const coordinate = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 1000);
  return fc
    .array(coordinate, { minLength: length * channels, maxLength: length * channels })
    .map((values) => ndarray(new Float64Array(values), [length, channels]));
}

/** Two paths one after the other, the second without its first point. */
export function joined(
  first: NdArray<Float64Array>,
  second: NdArray<Float64Array>,
): NdArray<Float64Array> {
  const channels = first.shape[1];
  const data = new Float64Array(first.size + second.size);
  data.set(first.data);
  // The second path is moved to start where the first one ends.
  for (let at = 0; at < second.size; at++) {
    const channel = at % channels;
    const end = first.get(first.shape[0] - 1, channel);
    data[first.size + at] = second.data[at] - second.data[channel] + end;
  }
  return ndarray(data, [first.shape[0] + second.shape[0], channels]);
}

export type Format = 'float32' | 'float64';

export const randomFormat = fc.constantFrom<Format>('float32', 'float64');

/**
 * The same path in a number format. The type says float64 either way: what is exported treats the two
 * alike, and so do the tests.
 */
export function inFormat(path: NdArray<Float64Array>, format: Format): NdArray<Float64Array> {
  if (format === 'float64') return path;
  const floats: NdArray<Float32Array | Float64Array> = ndarray(
    new Float32Array(path.data),
    path.shape,
  );
  return floats as NdArray<Float64Array>;
}
