import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  antipode,
  coefficients,
  dilate,
  exp,
  innerProduct,
  inverse,
  levelNorms,
  log,
  multiply,
  normalise,
  rescaleLevels,
  shuffle,
  shuffleWords,
  signature,
  signatureLength,
  words,
  wordToIndex,
} from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { nameOf, oracleCases } from '../oracle-cases.js';
import { randomPath } from '../random-paths.js';

const splits = oracleCases.flatMap((each) =>
  each.combine ? [{ ...each, combine: each.combine }] : [],
);

/** Random tensors with a scalar, or without. */
const tensor = (scalarTerm: boolean) =>
  fc
    .record({ channels: fc.integer({ min: 1, max: 4 }), depth: fc.integer({ min: 1, max: 4 }) })
    .chain(({ channels, depth }) => {
      const size = signatureLength(channels, depth, { scalarTerm });
      const value = fc.integer({ min: -1000, max: 1000 }).map((n) => n / 1000);
      const one = fc
        .array(value, { minLength: size, maxLength: size })
        .map((values) => ndarray(new Float64Array(values), [size]));
      return fc.record({
        channels: fc.constant(channels),
        depth: fc.constant(depth),
        a: one,
        b: one,
        c: one,
      });
    });

const close = (a: NdArray<Float64Array>, b: NdArray<Float64Array>, digits = 9): void => {
  expect(a.shape).toEqual(b.shape);
  for (const [index, value] of b.data.entries()) expect(a.data[index]).toBeCloseTo(value, digits);
};

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
      fc.property(tensor(true), ({ channels, a, b, c }) => {
        const options = { scalarTerm: true };
        const left = multiply(multiply(a, b, channels, options), c, channels, options);
        const right = multiply(a, multiply(b, c, channels, options), channels, options);
        close(left, right);
        const unit = ndarray(new Float64Array(a.size), [a.size]);
        unit.set(0, 1);
        close(multiply(a, unit, channels, options), a);
        close(multiply(unit, a, channels, options), a);
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

describe('exp and log', () => {
  it('are inverse to each other, with and without the scalar term', () => {
    for (const scalarTerm of [false, true]) {
      fc.assert(
        fc.property(tensor(scalarTerm), ({ channels, a }) => {
          close(log(exp(a, channels, { scalarTerm }), channels, { scalarTerm }), a, 7);
        }),
      );
    }
  });

  it('of one letter is the signature of a straight line', () => {
    const line = float64([0, 0, 2, -3], [2, 2]);
    const lie = ndarray(new Float64Array(62), [62]);
    lie.set(0, 2);
    lie.set(1, -3);
    close(exp(lie, 2), signature(line, 5), 12);
  });

  it('log refuses a scalar that is not positive', () => {
    const x = float64([0, 1, 2], [3]);
    expect(() => log(x, 2, { scalarTerm: true })).toThrow(RangeError);
  });
});

describe('inverse and antipode', () => {
  it('inverse gives 1 from either side', () => {
    fc.assert(
      fc.property(tensor(true), ({ channels, a }) => {
        const options = { scalarTerm: true };
        a.set(0, 1 + Math.abs(a.get(0)));
        const back = inverse(a, channels, options);
        const unit = ndarray(new Float64Array(a.size), [a.size]);
        unit.set(0, 1);
        close(multiply(a, back, channels, options), unit, 8);
        close(multiply(back, a, channels, options), unit, 8);
      }),
    );
    expect(() => inverse(float64([0, 1, 2], [3]), 2, { scalarTerm: true })).toThrow(RangeError);
  });

  it('antipode turns words round, undoes itself and turns products round', () => {
    fc.assert(
      fc.property(tensor(true), ({ channels, depth, a, b }) => {
        const options = { scalarTerm: true };
        const turned = antipode(a, channels, options);
        for (const word of words(channels, depth)) {
          const sign = word.length % 2 === 0 ? 1 : -1;
          const from = wordToIndex([...word].reverse(), channels) + 1;
          expect(turned.get(wordToIndex(word, channels) + 1)).toBe(sign * a.get(from));
        }
        close(antipode(turned, channels, options), a);
        const product = antipode(multiply(a, b, channels, options), channels, options);
        close(product, multiply(antipode(b, channels, options), turned, channels, options));
      }),
    );
  });
});

describe('shuffle', () => {
  it('of two functionals is the product of their values on signatures', () => {
    const pair = randomPath(2, 8).chain(({ path, channels }) =>
      fc.record({
        path: fc.constant(path),
        channels: fc.constant(channels),
        left: fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 3 }),
        right: fc.array(fc.nat(channels - 1), { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(pair, ({ path, left, right }) => {
        const [a, b] = coefficients(path, [left, right]).data;
        const shuffled = shuffleWords(left, right);
        const values = coefficients(
          path,
          shuffled.map(({ word }) => word),
        ).data;
        const sum = shuffled.reduce((total, { count }, index) => total + count * values[index], 0);
        const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
        expect(Math.abs(sum - a * b) / scale).toBeLessThan(1e-9);
      }),
    );
  });

  it('of tensors sums the shuffles of their words', () => {
    const size = signatureLength(2, 4);
    for (const [left, right] of [
      [[0], [1]],
      [[0, 1], [0]],
      [
        [1, 0],
        [0, 1],
      ],
      [[0], [0, 0, 0]],
    ]) {
      const [a, b, expected] = [0, 0, 0].map(() => ndarray(new Float64Array(size), [size]));
      a.set(wordToIndex(left, 2), 2);
      b.set(wordToIndex(right, 2), 3);
      for (const { word, count } of shuffleWords(left, right))
        expected.set(wordToIndex(word, 2), 6 * count);
      close(shuffle(a, b, 2), expected);
    }
  });

  it('is commutative and associative and respects the scalar term', () => {
    fc.assert(
      fc.property(tensor(true), ({ channels, a, b, c }) => {
        const options = { scalarTerm: true };
        const ab = shuffle(a, b, channels, options);
        close(ab, shuffle(b, a, channels, options));
        const bc = shuffle(b, c, channels, options);
        close(shuffle(ab, c, channels, options), shuffle(a, bc, channels, options), 8);
        expect(ab.get(0)).toBeCloseTo(a.get(0) * b.get(0), 12);
      }),
    );
  });

  it('of words counts every way of dealing', () => {
    expect(shuffleWords([0], [0, 1])).toEqual([
      { word: [0, 0, 1], count: 2 },
      { word: [0, 1, 0], count: 1 },
    ]);
    expect(shuffleWords([], [1])).toEqual([{ word: [1], count: 1 }]);
    const total = shuffleWords([0, 1, 2], [2, 1, 0, 0]).reduce((sum, { count }) => sum + count, 0);
    expect(total).toBe(35);
    expect(() => shuffleWords([-1], [0])).toThrow(RangeError);
    expect(() => shuffleWords('01' as never, [0])).toThrow(TypeError);
  });
});

describe('dilate, innerProduct, levelNorms, normalise and rescaleLevels', () => {
  it('dilate is the signature of a larger path', () => {
    fc.assert(
      fc.property(
        randomPath(),
        fc.integer({ min: -3, max: 3 }),
        ({ path, channels, depth }, factor) => {
          const larger = ndarray(
            path.data.map((value) => value * factor),
            path.shape,
          );
          const expected = signature(larger, depth).data;
          expectLevels(
            dilate(signature(path, depth), factor, channels).data,
            expected,
            channels,
            1e-9,
            1e-2,
          );
        },
      ),
    );
    expect(() => dilate(float64([1, 2], [2]), Number.NaN, 2)).toThrow(TypeError);
  });

  it('innerProduct sums over words and reads any strides', () => {
    const a = ndarray(new Float64Array([1, 9, 2, 9, 3, 9]), [3], [2]);
    expect(innerProduct(a, float32([4, 5, 6], [3]))).toBe(32);
    expect(() => innerProduct(a, float64([1], [1]))).toThrow(RangeError);
    expect(() => innerProduct(a, ndarray(new Float64Array(3), [1, 3]))).toThrow(TypeError);
  });

  it('levelNorms are the Euclidean norms of the levels, large and small', () => {
    expect([...levelNorms(float64([3, 4, 0, 0, 0, 2], [6]), 2).data]).toEqual([5, 2]);
    const withScalar = levelNorms(float64([1, 3, 4, 1, 0, 6, 8], [7]), 2, { scalarTerm: true });
    expect(withScalar.data[2]).toBeCloseTo(Math.sqrt(101), 12);
    const batch = levelNorms(ndarray(new Float64Array([3e200, 4e200, 3e-200, 4e-200]), [2, 2]), 2);
    expect(batch.shape).toEqual([2, 1]);
    expect(batch.data[0] / 5e200).toBeCloseTo(1, 12);
    expect(batch.data[1] / 5e-200).toBeCloseTo(1, 12);
  });

  it('normalise bounds the norm and leaves small tensors alone', () => {
    const squared = (x: NdArray<Float64Array>): number => 1 + innerProduct(x, x);
    fc.assert(
      fc.property(randomPath(), ({ path, channels, depth }) => {
        const s = signature(path, depth);
        const normal = normalise(s, channels);
        const size = squared(s);
        const wanted = size <= 4 ? size : 4 + 16 * (1 / 4 - 1 / size);
        expect(squared(normal)).toBeCloseTo(wanted, 8);
        expect(squared(normal)).toBeLessThanOrEqual(8);
      }),
    );
    const small = float64([0.1, 0.1], [2]);
    expect([...normalise(small, 2).data]).toEqual([0.1, 0.1]);
    expect(() => normalise(small, 2, { bound: 0 })).toThrow(RangeError);
    expect(() => normalise(small, 2, { exponent: -1 })).toThrow(RangeError);
  });

  it('rescaleLevels multiplies level k by k! or by the factors given', () => {
    const ones = ndarray(new Float64Array(14).fill(1), [14]);
    const factorials = [1, 1, 2, 2, 2, 2, 6, 6, 6, 6, 6, 6, 6, 6];
    expect([...rescaleLevels(ones, 2).data]).toEqual(factorials);
    const own = rescaleLevels(ones, 2, { factors: [1, 0, -1] });
    expect([...own.data]).toEqual([1, 1, 0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1]);
    expect(() => rescaleLevels(ones, 2, { factors: [1, 2] })).toThrow(RangeError);
  });

  it('keep the number format of what they are given', () => {
    const s = signature(float32(numbers(10), [5, 2]), 2);
    for (const found of [
      dilate(s, 2, 2),
      levelNorms(s, 2),
      normalise(s, 2),
      exp(s, 2),
      inverse(s, 2),
    ]) {
      expect(found.data).toBeInstanceOf(Float32Array);
    }
  });
});
