import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  createSignatureEngine,
  type LogCoordinates,
  log,
  logSignature,
  logSignatureLength,
  signature,
  signatureFromLog,
} from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { nameOf, type OracleCase, oracleCases } from '../oracle-cases.js';
import { randomPath } from '../random-paths.js';

const all: LogCoordinates[] = ['expanded', 'lyndon-words', 'lyndon-brackets'];
const cases = oracleCases.filter((each) => each.logExpanded !== undefined);

/** Compares coordinates of one word length at a time, against the largest of them. */
function expectCoordinates(
  actual: ArrayLike<number>,
  expected: readonly number[],
  { lyndonWords = [], logExpanded = [], channels }: OracleCase,
  tolerance: number,
): void {
  if (expected.length === logExpanded.length && expected.length !== lyndonWords.length) {
    expectLevels(actual, expected, channels, tolerance, tolerance < 1e-6 ? 1e-5 : 1e-2);
    return;
  }
  expect(actual.length).toBe(expected.length);
  const largest: number[] = [];
  for (const [index, word] of lyndonWords.entries()) {
    const size = Math.abs(expected[index]);
    largest[word.length] = Math.max(largest[word.length] ?? 1e-2, size);
  }
  for (const [index, word] of lyndonWords.entries()) {
    const difference = Math.abs(actual[index] - expected[index]);
    expect(difference / largest[word.length]).toBeLessThanOrEqual(tolerance);
  }
}

describe('logSignature', () => {
  it.each(cases.map((each) => [nameOf(each), each] as const))(
    'equals the independent values in all coordinates and both number formats: %s',
    (_name, each) => {
      const { channels, depth, length, path } = each;
      const expected = {
        expanded: each.logExpanded ?? [],
        'lyndon-words': each.logLyndonWords ?? [],
        'lyndon-brackets': each.logLyndonBrackets ?? [],
      };
      for (const coordinates of all) {
        const doubles = logSignature(float64(path.flat(), [length, channels]), depth, {
          coordinates,
        });
        expectCoordinates(doubles.data, expected[coordinates], each, 1e-10);
        const floats = logSignature(float32(path.flat(), [length, channels]), depth, {
          coordinates,
        });
        expect(floats.data).toBeInstanceOf(Float32Array);
        expectCoordinates(floats.data, expected[coordinates], each, 1e-4);
      }
    },
  );

  it('in expanded coordinates is the logarithm of the signature', () => {
    const paths = float64(numbers(3 * 5 * 3), [3, 5, 3]);
    const expected = log(signature(paths, 4), 3).data;
    const found = logSignature(paths, 4, { coordinates: 'expanded' });
    expect(found.shape).toEqual([3, 120]);
    for (const [index, value] of expected.entries())
      expect(found.data[index]).toBeCloseTo(value, 12);
  });

  it('takes the options of signature', async () => {
    const [batch, length, channels, depth] = [5, 6, 2, 4];
    const paths = float64(numbers(batch * length * channels), [batch, length, channels]);
    const engine = await createSignatureEngine({ threads: 2 });
    for (const coordinates of all) {
      for (const options of [
        { stream: true },
        { inverse: true },
        { basepoint: true },
        { basepoint: [1, -1], stream: true, inverse: true },
        { initial: signature(paths, depth) },
        { engine },
      ]) {
        const group = signature(paths, depth, options);
        const lie = logSignature(paths, depth, { ...options, coordinates });
        expect(lie.shape.slice(0, -1)).toEqual(group.shape.slice(0, -1));
        const rows = group.size / 30;
        const flat = ndarray(lie.data, [rows, lie.size / rows]);
        const back = signatureFromLog(flat, { channels, depth, coordinates });
        for (const [index, value] of group.data.entries()) {
          expect(back.data[index]).toBeCloseTo(value, 10);
        }
      }
    }
    engine.close();
  });

  it('writes into a given output', () => {
    const path = float64(numbers(12), [6, 2]);
    const out = ndarray(new Float64Array(8), [5], [-1], 6);
    const coordinates = 'lyndon-words';
    expect(logSignature(path, 3, { coordinates, out })).toBe(out);
    const expected = logSignature(path, 3, { coordinates });
    for (let index = 0; index < 5; index++) expect(out.get(index)).toBe(expected.get(index));
  });

  it('of long paths on threads is that of one', async () => {
    const engine = await createSignatureEngine({ threads: 2 });
    const path = ndarray(new Float64Array(numbers(60_000).map((value) => value / 30)), [20_000, 3]);
    const [one, two] = [{}, { engine }].map(
      (options) => logSignature(path, 5, { ...options, coordinates: 'lyndon-brackets' }).data,
    );
    engine.close();
    for (const [index, value] of one.entries()) expect(two[index]).toBeCloseTo(value, 7);
  });

  it('refuses unknown coordinates and outputs that do not fit', () => {
    const path = float64(numbers(12), [6, 2]);
    const unknown = 'hall' as LogCoordinates;
    expect(() => logSignature(path, 3, { coordinates: unknown })).toThrow(
      "coordinates must be one of 'expanded', 'lyndon-words', 'lyndon-brackets', got 'hall'",
    );
    expect(() => logSignature(path, 3, undefined as never)).toThrow(RangeError);
    const out = ndarray(path.data, [5]);
    expect(() => logSignature(path, 3, { coordinates: 'lyndon-words', out })).toThrow(RangeError);
    expect(() => logSignature(path, 0, { coordinates: 'expanded' })).toThrow(RangeError);
    expect(() =>
      signatureFromLog(path, { channels: 2, depth: 3, coordinates: 'expanded' }),
    ).toThrow(RangeError);
    expect(() => signatureFromLog(path, { channels: 2, depth: 3, coordinates: unknown })).toThrow(
      RangeError,
    );
  });
});

describe('signatureFromLog', () => {
  it('leads back to the signature from all coordinates', () => {
    fc.assert(
      fc.property(
        randomPath(),
        fc.constantFrom(...all),
        ({ path, channels, depth }, coordinates) => {
          const lie: NdArray<Float64Array> = logSignature(path, depth, { coordinates });
          const size =
            coordinates === 'expanded'
              ? signature(path, depth).size
              : logSignatureLength(channels, depth);
          expect(lie.shape).toEqual([size]);
          const back = signatureFromLog(lie, { channels, depth, coordinates });
          expectLevels(back.data, signature(path, depth).data, channels, 1e-8, 1e-2);
        },
      ),
    );
  });
});
