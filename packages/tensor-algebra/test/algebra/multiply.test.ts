import fc from 'fast-check';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { multiply, signature } from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { nameOf, oracleCases } from '../oracle-cases.js';
import { expectClose, randomTensors } from '../random-tensors.js';

const splits = oracleCases.flatMap((each) =>
  each.combine ? [{ ...each, combine: each.combine }] : [],
);

describe('multiply', () => {
  it.each(splits.map((each) => [nameOf(each), each] as const))(
    'puts the independent halves of a path together: %s',
    (_name, { channels, depth, length, path, signature: whole, combine }) => {
      const { left, right, splitAfterPoint } = combine;
      const product = multiply(
        float64(left, [left.length]),
        float64(right, [right.length]),
        channels,
      );
      expectLevels(product.data, whole, channels, 1e-10);
      const floats = multiply(
        float32(left, [left.length]),
        float32(right, [right.length]),
        channels,
      );
      expectLevels(floats.data, whole, channels, 1e-4);
      const points = float64(path.flat(), [length, channels]);
      // The halves share a point: the one before the split, or the one at it.
      const ends = [splitAfterPoint, splitAfterPoint + 1].map((end) => {
        const half = signature(points.hi(end, channels), depth);
        return half.data.every((value, index) => Math.abs(value - left[index]) < 1e-9);
      });
      expect(ends).toContain(true);
    },
  );

  it('is associative and has the unit 1', () => {
    fc.assert(
      fc.property(randomTensors(true), ({ channels, a, b, c }) => {
        const options = { scalarTerm: true };
        const left = multiply(multiply(a, b, channels, options), c, channels, options);
        const right = multiply(a, multiply(b, c, channels, options), channels, options);
        expectClose(left, right);
        const unit = ndarray(new Float64Array(a.size), [a.size]);
        unit.set(0, 1);
        expectClose(multiply(a, unit, channels, options), a);
        expectClose(multiply(unit, a, channels, options), a);
      }),
    );
  });

  it('takes batches, and one tensor for all of a batch', () => {
    const batch = signature(float64(numbers(3 * 5 * 2), [3, 5, 2]), 3);
    const one = signature(float64(numbers(10, 3), [5, 2]), 3);
    const both = multiply(batch, one, 2);
    const before = multiply(one, batch, 2);
    expect(both.shape).toEqual([3, 14]);
    for (let row = 0; row < 3; row++) {
      const alone = ndarray(batch.data.slice(row * 14, row * 14 + 14), [14]);
      expect(both.data.slice(row * 14, row * 14 + 14)).toEqual(multiply(alone, one, 2).data);
      expect(before.data.slice(row * 14, row * 14 + 14)).toEqual(multiply(one, alone, 2).data);
    }
  });

  it('refuses shapes and number formats that do not go together', () => {
    const s = signature(float64(numbers(10), [5, 2]), 3);
    const floats = signature(float32(numbers(10), [5, 2]), 3) as unknown as typeof s;
    const pair = signature(float64(numbers(20), [2, 5, 2]), 3);
    const three = signature(float64(numbers(30), [3, 5, 2]), 3);
    expect(() => multiply(s, floats, 2)).toThrow(TypeError);
    expect(() => multiply(s, s, 3)).toThrow(
      'a must hold the words of a whole depth for 3 channels without a scalar term, got 14 numbers',
    );
    expect(() => multiply(s, s, 2, { scalarTerm: true })).toThrow(RangeError);
    expect(() => multiply(s, s, 0)).toThrow(RangeError);
    expect(() => multiply(pair, three, 2)).toThrow(RangeError);
    expect(() => multiply(s, signature(float64(numbers(10), [5, 2]), 2), 2)).toThrow(RangeError);
    expect(() => multiply(ndarray(s.data, [1, 1, 14]), s, 2)).toThrow(TypeError);
  });
});
