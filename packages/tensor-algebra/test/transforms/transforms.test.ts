import fc from 'fast-check';
import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import {
  addBasepoint,
  addBasepointVjp,
  addTime,
  addTimeVjp,
  cumulativeSum,
  cumulativeSumVjp,
  invisibilityReset,
  invisibilityResetVjp,
  leadLag,
  leadLagVjp,
  signature,
} from '../../src/index.js';
import { float32, float64, numbers, scattered } from '../arrays.js';
import { points } from '../random-paths.js';

type Transform = (path: NdArray<Float64Array>) => NdArray<Float64Array>;

const transforms: [string, Transform, Transform][] = [
  ['addTime', addTime, addTimeVjp],
  ['leadLag', leadLag, leadLagVjp],
  ['addBasepoint', addBasepoint, addBasepointVjp],
  ['cumulativeSum', cumulativeSum, cumulativeSumVjp],
  ['invisibilityReset', invisibilityReset, invisibilityResetVjp],
];

describe('path transforms', () => {
  it('addTime appends an even time or the times given', () => {
    const path = float64([5, 7, 9], [3, 1]);
    expect([...addTime(path).data]).toEqual([5, 0, 7, 0.5, 9, 1]);
    expect([...addTime(path, { times: [1, 2, 4] }).data]).toEqual([5, 1, 7, 2, 9, 4]);
    expect([...addTime(float64([5], [1, 1])).data]).toEqual([5, 0]);
    expect(() => addTime(path, { times: [1, 2] })).toThrow(RangeError);
    expect(() => addTime(path, { times: [1, 2, Number.NaN] })).toThrow(RangeError);
  });

  it('leadLag moves the first channels, then the last', () => {
    expect([...leadLag(float64([1, 4, 9], [3, 1])).data]).toEqual([1, 1, 4, 1, 4, 4, 9, 4, 9, 9]);
    expect(leadLag(float64(numbers(6), [3, 2])).shape).toEqual([5, 4]);
  });

  it('leadLag holds the quadratic variation in its area', () => {
    fc.assert(
      fc.property(points(9, 1), (path) => {
        const s = signature(leadLag(path), 2);
        let variation = 0;
        for (let at = 1; at < 9; at++) variation += (path.get(at, 0) - path.get(at - 1, 0)) ** 2;
        expect(s.get(4) - s.get(3)).toBeCloseTo(-variation, 9);
      }),
    );
  });

  it('addBasepoint puts the origin, or the point given, before the path', () => {
    const path = float64([1, 2, 3, 4], [2, 2]);
    expect([...addBasepoint(path).data]).toEqual([0, 0, 1, 2, 3, 4]);
    expect([...addBasepoint(path, { point: [7, 8] }).data]).toEqual([7, 8, 1, 2, 3, 4]);
    expect(signature(addBasepoint(path), 3).data).toEqual(
      signature(path, 3, { basepoint: true }).data,
    );
    expect(() => addBasepoint(path, { point: [7] })).toThrow(RangeError);
  });

  it('cumulativeSum sums up to each point', () => {
    expect([...cumulativeSum(float64([1, 10, 2, 20, 3, 30], [3, 2])).data]).toEqual([
      1, 10, 3, 30, 6, 60,
    ]);
  });

  it('invisibilityReset lifts the pen and goes back to the origin', () => {
    const reset = invisibilityReset(float64([3, 5], [2, 1]));
    expect(reset.shape).toEqual([4, 2]);
    expect([...reset.data]).toEqual([3, 1, 5, 1, 5, 0, 0, 0]);
  });

  it('invisibilityReset makes the signature tell where the path is', () => {
    const path = float64([3, 5], [2, 1]);
    const moved = float64([4, 6], [2, 1]);
    expect(signature(invisibilityReset(path), 1).data).not.toEqual(
      signature(invisibilityReset(moved), 1).data,
    );
  });

  it.each(transforms)(
    '%s takes batches, any strides and both number formats',
    (_name, transform) => {
      const paths = float64(numbers(3 * 4 * 2), [3, 4, 2]);
      const all = transform(paths);
      expect(transform(scattered(paths)).data).toEqual(all.data);
      const per = all.size / 3;
      for (let row = 0; row < 3; row++) {
        const alone = transform(paths.pick(row, null, null));
        expect(alone.shape).toEqual(all.shape.slice(1));
        expect(alone.data).toEqual(all.data.slice(row * per, (row + 1) * per));
      }
      const floats = float32([1, 2, 3, 4], [2, 2]) as unknown as NdArray<Float64Array>;
      expect(transform(floats).data).toBeInstanceOf(Float32Array);
    },
  );

  it.each(transforms)(
    '%s has the vector-Jacobian product of its differences',
    (_name, transform, vjp) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 5 }),
          fc.integer({ min: 1, max: 3 }),
          (length, channels) => {
            const path = float64(numbers(length * channels), [length, channels]);
            const result = transform(path);
            const cotangent = ndarray(new Float64Array(numbers(result.size, 5)), result.shape);
            const gradient = vjp(cotangent);
            expect(gradient.shape).toEqual(path.shape);
            for (let at = 0; at < path.size; at++) {
              const moved = ndarray(path.data.slice(), path.shape);
              moved.data[at] += 1;
              const difference = transform(moved).data.reduce(
                (sum, value, index) => sum + (value - result.data[index]) * cotangent.data[index],
                0,
              );
              expect(gradient.data[at]).toBeCloseTo(difference, 10);
            }
          },
        ),
      );
    },
  );

  it('and their vector-Jacobian products refuse what is no path', () => {
    for (const [, transform, vjp] of transforms) {
      expect(() => transform(float64([1, 2], [2]))).toThrow(TypeError);
      expect(() => vjp(float64([1, 2], [2]))).toThrow(TypeError);
      expect(() => transform(float64([1, Number.NaN], [2, 1]))).toThrow(RangeError);
      expect(() => transform(float64([], [0, 1]))).toThrow(RangeError);
    }
    const one = float64([1], [1, 1]);
    expect(() => addTimeVjp(one)).toThrow(RangeError);
    expect(() => leadLagVjp(one)).toThrow(RangeError);
    expect(() => leadLagVjp(float64([1, 2, 3, 4], [2, 2]))).toThrow(RangeError);
    expect(() => addBasepointVjp(one)).toThrow(RangeError);
    expect(() => invisibilityResetVjp(one)).toThrow(RangeError);
    expect(() => invisibilityResetVjp(float64([1, 2], [1, 2]))).toThrow(RangeError);
  });
});
