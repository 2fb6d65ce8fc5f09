import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  createSignatureEngine,
  type LogCoordinates,
  logSignature,
  logSignatureVjp,
  type SignatureOptions,
  signature,
  signatureVjp,
} from '../../src/index.js';
import { float32, float64, numbers, scattered } from '../arrays.js';
import { nameOf, oracleCases } from '../oracle-cases.js';
import { inFormat, randomPath } from '../random-paths.js';

type Doubles = NdArray<Float64Array>;

/** The gradient of ⟨f(path), cotangent⟩ by central differences. */
function differences(
  path: Doubles,
  f: (path: Doubles) => Doubles,
  cotangent: Doubles,
): Float64Array {
  const step = 1e-5;
  const along = (at: number, by: number): number => {
    const moved = ndarray(path.data.slice(), path.shape);
    moved.data[at] += by;
    return f(moved).data.reduce((sum, value, index) => sum + value * cotangent.data[index], 0);
  };
  return path.data.map((_, at) => (along(at, step) - along(at, -step)) / (2 * step));
}

function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance: number,
): void {
  expect(actual.length).toBe(expected.length);
  const largest = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
  for (let at = 0; at < expected.length; at++) {
    expect(Math.abs(actual[at] - expected[at]) / largest).toBeLessThanOrEqual(tolerance);
  }
}

const given = oracleCases.flatMap((each) => {
  const { cotangent, signatureBackward } = each;
  return cotangent && signatureBackward ? [{ ...each, cotangent, signatureBackward }] : [];
});

const options = fc.record({
  basepoint: fc.boolean(),
  inverse: fc.boolean(),
  stream: fc.boolean(),
  scalarTerm: fc.boolean(),
  continues: fc.boolean(),
});

describe('signatureVjp', () => {
  // The independent gradients were rounded to float32, so seven digits are all they have.
  it.each(given.map((each) => [nameOf(each), each] as const))(
    'equals the independent gradients: %s',
    (_name, { channels, depth, length, path, cotangent, signatureBackward }) => {
      const expected = signatureBackward.flat();
      const shape = [length, channels];
      const words = [cotangent.length];
      const doubles = signatureVjp(float64(path.flat(), shape), depth, float64(cotangent, words));
      expect(doubles.shape).toEqual(shape);
      expectClose(doubles.data, expected, 1e-6);
      const floats = signatureVjp(float32(path.flat(), shape), depth, float32(cotangent, words));
      expect(floats.data).toBeInstanceOf(Float32Array);
      expectClose(floats.data, expected, 1e-4);
    },
  );

  it('equals central differences for all options', () => {
    fc.assert(
      fc.property(
        randomPath(2, 6),
        options,
        ({ path, channels, depth }, { continues, ...chosen }) => {
          const shallow = Math.min(depth, 3);
          const { scalarTerm } = chosen;
          const before = float64(numbers(3 * channels, 4), [3, channels]);
          const initial = continues ? signature(before, shallow, { scalarTerm }) : undefined;
          const all: SignatureOptions<Float64Array> = { ...chosen, initial };
          const result = signature(path, shallow, all);
          const cotangent = ndarray(new Float64Array(numbers(result.size, 9)), result.shape);
          const gradient = signatureVjp(path, shallow, cotangent, all);
          const expected = differences(path, (moved) => signature(moved, shallow, all), cotangent);
          expectClose(gradient.data, expected, 1e-6);
          const floats = (array: Doubles): Doubles => inFormat(array, 'float32');
          const rounded = signatureVjp(floats(path), shallow, floats(cotangent), {
            ...all,
            initial: initial && floats(initial),
          });
          expect(rounded.data).toBeInstanceOf(Float32Array);
          expectClose(rounded.data, gradient.data, 1e-3);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a batch is that of each path, in both number formats, on threads too', async () => {
    const [batch, length, channels, depth, words] = [150, 40, 3, 4, 120];
    const paths = float64(numbers(batch * length * channels), [batch, length, channels]);
    const cotangent = float64(numbers(batch * words, 2), [batch, words]);
    const all = signatureVjp(paths, depth, cotangent);
    const rowSize = length * channels;
    for (const row of [0, 1, 148, 149]) {
      const alone = signatureVjp(paths.pick(row, null, null), depth, cotangent.pick(row, null));
      expectClose(all.data.subarray(row * rowSize, (row + 1) * rowSize), alone.data, 1e-9);
    }
    const spread = signatureVjp(scattered(paths), depth, scattered(cotangent));
    expectClose(spread.data, all.data, 1e-12);
    const engine = await createSignatureEngine({ threads: 2 });
    expect(signatureVjp(paths, depth, cotangent, { engine }).data).toEqual(all.data);
    engine.close();
    const floats = signatureVjp(
      ndarray(new Float32Array(paths.data), paths.shape),
      depth,
      ndarray(new Float32Array(cotangent.data), cotangent.shape),
    );
    expectClose(floats.data, all.data, 1e-4);
  });

  it('writes into a given output', () => {
    const path = float64(numbers(12), [6, 2]);
    const cotangent = float64(numbers(6), [6]);
    const out = scattered(ndarray(new Float64Array(12), [6, 2]));
    expect(signatureVjp(path, 2, cotangent, { out })).toBe(out);
    const expected = signatureVjp(path, 2, cotangent);
    for (let point = 0; point < 6; point++) {
      for (let channel = 0; channel < 2; channel++) {
        expect(out.get(point, channel)).toBe(expected.get(point, channel));
      }
    }
  });

  it('refuses cotangents and outputs that do not fit', () => {
    const path = float64(numbers(12), [6, 2]);
    const words = float64(numbers(6), [6]);
    expect(() => signatureVjp(path, 3, words)).toThrow(
      'cotangent must have the shape [14] of the result, got [6]',
    );
    expect(() => signatureVjp(path, 2, ndarray(words.data, [1, 6]))).toThrow(TypeError);
    expect(() => signatureVjp(path, 2, float32(numbers(6), [6]) as unknown as Doubles)).toThrow(
      TypeError,
    );
    expect(() => signatureVjp(path, 2, float64([1, 2, 3, 4, 5, Number.NaN], [6]))).toThrow(
      RangeError,
    );
    expect(() => signatureVjp(path, 2, words, { out: path })).toThrow(RangeError);
    expect(() => signatureVjp(path, 13, words)).toThrow(RangeError);
  });
});

describe('logSignatureVjp', () => {
  const coordinates = fc.constantFrom<LogCoordinates>(
    'expanded',
    'lyndon-words',
    'lyndon-brackets',
  );

  it('equals central differences in all coordinates', () => {
    fc.assert(
      fc.property(
        randomPath(2, 6),
        coordinates,
        options,
        ({ path, channels, depth }, kind, chosen) => {
          const shallow = Math.min(depth, channels > 3 ? 3 : 4);
          const { basepoint, inverse, stream, continues } = chosen;
          const before = float64(numbers(3 * channels, 4), [3, channels]);
          const initial = continues ? signature(before, shallow) : undefined;
          const all = { basepoint, inverse, stream, initial, coordinates: kind };
          const result = logSignature(path, shallow, all);
          const cotangent = ndarray(new Float64Array(numbers(result.size, 9)), result.shape);
          const gradient = logSignatureVjp(path, shallow, cotangent, all);
          const expected = differences(
            path,
            (moved) => logSignature(moved, shallow, all),
            cotangent,
          );
          expectClose(gradient.data, expected, 2e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('takes batches, and refuses what does not fit', () => {
    const paths = float64(numbers(5 * 6 * 2), [5, 6, 2]);
    const kind = { coordinates: 'lyndon-brackets' } as const;
    const cotangent = float64(numbers(5 * 8), [5, 8]);
    const all = logSignatureVjp(paths, 4, cotangent, kind);
    const one = logSignatureVjp(paths.pick(3, null, null), 4, cotangent.pick(3, null), kind);
    expectClose(all.data.subarray(36, 48), one.data, 1e-10);
    expect(() => logSignatureVjp(paths, 3, cotangent, kind)).toThrow(RangeError);
    expect(() => logSignatureVjp(paths, 4, cotangent, { coordinates: 'x' as never })).toThrow(
      RangeError,
    );
  });
});
