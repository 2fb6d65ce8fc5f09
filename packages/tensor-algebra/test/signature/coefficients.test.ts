import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficients, signature, words } from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { randomPath } from '../random-paths.js';

describe('coefficients', () => {
  it('are those of the signature', () => {
    fc.assert(
      fc.property(randomPath(), fc.boolean(), ({ path, channels, depth }, basepoint) => {
        const found = coefficients(path, words(channels, depth), { basepoint });
        expectLevels(found.data, signature(path, depth, { basepoint }).data, channels, 1e-9, 1e-2);
      }),
    );
  });

  it('come in the order asked for, for batches too, with 1 for the empty word', () => {
    const paths = float32(numbers(2 * 6 * 2), [2, 6, 2]);
    const found = coefficients(paths, [[1, 0], [], [0, 1, 1], [1, 0]]);
    const s = signature(paths, 3);
    expect(found.shape).toEqual([2, 4]);
    for (let row = 0; row < 2; row++) {
      expect(found.get(row, 0)).toBeCloseTo(s.get(row, 4), 5);
      expect(found.get(row, 1)).toBe(1);
      expect(found.get(row, 2)).toBeCloseTo(s.get(row, 9), 5);
      expect(found.get(row, 3)).toBe(found.get(row, 0));
    }
  });

  it('reach words far longer than a signature could', () => {
    const line = float64([0, 1], [2, 1]);
    const [value] = coefficients(line, [Array(20).fill(0)]).data;
    expect(value * 2432902008176640000).toBeCloseTo(1, 10);
  });

  it('refuse letters that are no channels and words that are not arrays', () => {
    const path = float64(numbers(10), [5, 2]);
    expect(() => coefficients(path, [[2]])).toThrow(RangeError);
    expect(() => coefficients(path, ['01'] as never)).toThrow(TypeError);
    expect(() => coefficients(path, undefined as never)).toThrow(TypeError);
    expect(() => coefficients(float64([Number.NaN, 1], [2, 1]), [[0]])).toThrow(RangeError);
  });
});
