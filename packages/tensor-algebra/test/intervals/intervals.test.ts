import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  createIntervalSignatures,
  dyadicWindows,
  expandingWindows,
  logSignature,
  signature,
  slidingWindows,
} from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectExact, variation } from '../expect-exact.js';
import { expectLevels } from '../expect-levels.js';
import { inFormat, randomFormat } from '../random-paths.js';

const part = (path: ReturnType<typeof float64>, i: number, j: number) =>
  path.lo(i, 0).hi(j - i + 1, path.shape[1]);

describe('createIntervalSignatures', () => {
  it('answers any interval as if it were computed alone', () => {
    const lengths = fc.integer({ min: 1, max: 300 });
    const shape = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), lengths);
    const query = shape.chain(([channels, depth, length]) =>
      fc.record({
        channels: fc.constant(channels),
        depth: fc.constant(depth),
        length: fc.constant(length),
        ends: fc.array(fc.tuple(fc.nat(length - 1), fc.nat(length - 1)), { maxLength: 20 }),
        format: randomFormat,
      }),
    );
    fc.assert(
      fc.property(query, ({ channels, depth, length, ends, format }) => {
        const path = inFormat(float64(numbers(length * channels), [length, channels]), format);
        const intervals = createIntervalSignatures({ channels, depth });
        intervals.push(path);
        for (const [a, b] of ends) {
          const [i, j] = [Math.min(a, b), Math.max(a, b)];
          const exact = ndarray(Float64Array.from(path.data), path.shape);
          const alone = part(exact, i, j);
          // An interval within a block of 64 points comes of two prefixes of the block.
          const around = variation(alone) + variation(part(exact, Math.max(0, i - 64), j));
          expectExact(
            intervals.signature(i, j).data,
            signature(alone, depth).data,
            channels,
            around,
          );
        }
      }),
    );
  });

  it('gives the same however the points come', () => {
    const path = float64(numbers(150 * 3), [150, 3]);
    const together = createIntervalSignatures({ channels: 3, depth: 3 });
    together.push(path);
    const apart = createIntervalSignatures({ channels: 3, depth: 3 });
    for (let point = 0; point < 70; point++) apart.push(path.pick(point, null));
    apart.push(path.lo(70, 0));
    for (const [i, j] of [
      [0, 149],
      [0, 64],
      [64, 128],
      [63, 65],
      [5, 5],
      [3, 130],
      [128, 149],
    ]) {
      expect(apart.signature(i, j).data).toEqual(together.signature(i, j).data);
      expectLevels(together.signature(i, j).data, signature(part(path, i, j), 3).data, 3, 1e-10, 1);
    }
  });

  it('answers after each push', () => {
    const path = float64(numbers(200 * 2), [200, 2]);
    const intervals = createIntervalSignatures({ channels: 2, depth: 2 });
    for (let point = 0; point < 200; point++) {
      intervals.push(path.pick(point, null));
      const from = Math.floor(point / 3);
      const direct = signature(part(path, from, point), 2);
      expectLevels(intervals.signature(from, point).data, direct.data, 2, 1e-10, 1);
    }
  });

  it('answers log-signatures in all coordinates, and many intervals at once', () => {
    const path = float64(numbers(90 * 2), [90, 2]);
    const intervals = createIntervalSignatures({ channels: 2, depth: 4 });
    intervals.push(path);
    const windows = slidingWindows(intervals.length, { size: 30, step: 20 });
    for (const coordinates of ['expanded', 'lyndon-words', 'lyndon-brackets'] as const) {
      const all = intervals.logSignatures(windows, { coordinates });
      for (const [row, [i, j]] of windows.entries()) {
        const direct = logSignature(part(path, i, j), 4, { coordinates });
        const one = intervals.logSignature(i, j, { coordinates });
        expect(all.shape).toEqual([windows.length, direct.size]);
        for (let at = 0; at < direct.size; at++) {
          expect(one.get(at)).toBeCloseTo(direct.get(at), 9);
          expect(all.get(row, at)).toBe(one.get(at));
        }
      }
    }
    const signatures = intervals.signatures(windows);
    expect(signatures.shape).toEqual([windows.length, 30]);
    expect(signatures.pick(1, null).get(29)).toBe(intervals.signature(20, 49).get(29));
  });

  it('keeps its digits on a short interval of a path that has come far', () => {
    const length = 3000;
    const path = ndarray(new Float64Array(length * 2), [length, 2]);
    for (let at = 0; at < length; at++) {
      path.set(at, 0, at * 1000);
      path.set(at, 1, (at % 7) * 100);
    }
    const intervals = createIntervalSignatures({ channels: 2, depth: 4 });
    intervals.push(path);
    const direct = signature(part(path, 2900, 2990), 4);
    expectLevels(intervals.signature(2900, 2990).data, direct.data, 2, 1e-10);
  });

  it('refuses intervals out of range, wrong points and unknown coordinates', () => {
    const intervals = createIntervalSignatures({ channels: 2, depth: 2 });
    expect(() => intervals.signature(0, 0)).toThrow(RangeError);
    intervals.push(float32(numbers(10), [5, 2]));
    for (const [i, j] of [
      [-1, 2],
      [3, 2],
      [0, 5],
      [0.5, 2],
      [0, Number.NaN],
    ]) {
      expect(() => intervals.signature(i, j)).toThrow(
        `an interval [i, j] must have integers with 0 <= i <= j < 5, the number of points, got [${i}, ${j}]`,
      );
    }
    expect(() => intervals.push(float64([1, Number.NaN], [1, 2]))).toThrow(RangeError);
    expect(() => intervals.push(float64([1, 2, 3], [1, 3]))).toThrow(RangeError);
    expect(() => intervals.push([1, 2] as never)).toThrow(TypeError);
    expect(() => intervals.logSignature(0, 2, { coordinates: 'x' as never })).toThrow(RangeError);
    expect(intervals.length).toBe(5);
    expect(() => createIntervalSignatures({ channels: 0, depth: 2 })).toThrow(RangeError);
    expect(() => createIntervalSignatures({ channels: 2, depth: 13 })).toThrow(RangeError);
  });
});

describe('windows', () => {
  it('slide', () => {
    expect(slidingWindows(5, { size: 3 })).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
    ]);
    expect(slidingWindows(7, { size: 3, step: 3 })).toEqual([
      [0, 2],
      [3, 5],
    ]);
    expect(slidingWindows(2, { size: 3 })).toEqual([]);
  });

  it('expand', () => {
    expect(expandingWindows(4)).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
    ]);
    expect(expandingWindows(5, { size: 1, step: 2 })).toEqual([
      [0, 0],
      [0, 2],
      [0, 4],
    ]);
  });

  it('halve', () => {
    expect(dyadicWindows(9, 1)).toEqual([
      [0, 8],
      [0, 4],
      [4, 8],
    ]);
    expect(dyadicWindows(9, 3)).toHaveLength(15);
    expect(dyadicWindows(1, 1)).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('refuse sizes that are not positive integers', () => {
    expect(() => slidingWindows(5, { size: 0 })).toThrow(RangeError);
    expect(() => slidingWindows(5, { size: 2, step: 0.5 })).toThrow(RangeError);
    expect(() => slidingWindows(-1, { size: 2 })).toThrow(RangeError);
    expect(() => expandingWindows(5, { size: 0 })).toThrow(RangeError);
    expect(() => expandingWindows(5, { step: -1 })).toThrow(RangeError);
    expect(() => dyadicWindows(0, 1)).toThrow(RangeError);
    expect(() => dyadicWindows(5, 21)).toThrow(RangeError);
  });
});
