import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import { dilate, multiply, signature, signatureVjp } from '../../src/index.js';
import { float32, float64, numbers } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';

/** A walk of small steps, so that its signature stays of moderate size. */
function walk(length: number, channels: number): NdArray<Float64Array> {
  const steps = numbers(length * channels, 7);
  const data = new Float64Array(length * channels);
  for (let at = channels; at < data.length; at++) {
    data[at] = data[at - channels] + steps[at] / Math.sqrt(length);
  }
  return ndarray(data, [length, channels]);
}

describe('signatures where numbers are hard', () => {
  it('of 100,000 points agree with their halves multiplied, in both number formats', () => {
    const path = walk(100_000, 3);
    const whole = signature(path, 4);
    const first = signature(path.hi(50_000, 3), 4);
    const second = signature(path.lo(49_999, 0), 4);
    expectLevels(multiply(first, second, 3).data, whole.data, 3, 1e-10);
    const floats = ndarray(new Float32Array(path.data), path.shape);
    expectLevels(signature(floats, 4).data, whole.data, 3, 1e-4);
  });

  it('of 100,000 points have gradients', () => {
    const path = walk(100_000, 2);
    const cotangent = float64(numbers(14), [14]);
    const gradient = signatureVjp(path, 3, cotangent);
    // One point in the middle, by central differences.
    const at = 2 * 50_000 + 1;
    const along = (by: number): number => {
      const moved = path.data.slice();
      moved[at] += by;
      const s = signature(ndarray(moved, path.shape), 3).data;
      return s.reduce((sum, value, word) => sum + value * cotangent.data[word], 0);
    };
    const step = 1e-3;
    expect(gradient.data[at]).toBeCloseTo((along(step) - along(-step)) / (2 * step), 7);
  });

  it.each([1e-20, 1e8])('of increments of %s keep their digits in float64', (size) => {
    const path = float64(numbers(40), [20, 2]);
    const scaled = ndarray(
      path.data.map((value) => value * size),
      path.shape,
    );
    const expected = dilate(signature(path, 12), size, 2);
    expectLevels(signature(scaled, 12).data, expected.data, 2, 1e-9);
  });

  it('of increments of 1e8 around a far point keep their digits', () => {
    const path = float64(numbers(40), [20, 2]);
    const far = ndarray(
      path.data.map((value) => Math.round(value * 1e8) + 1e12),
      path.shape,
    );
    const near = ndarray(
      path.data.map((value) => Math.round(value * 1e8)),
      path.shape,
    );
    expectLevels(signature(far, 5).data, signature(near, 5).data, 2, 1e-10);
  });

  it('that leave the range of float32 overflow to infinity or vanish, as numbers do', () => {
    const large = signature(float32([0, 1e20], [2, 1]), 3).data;
    expect([...large]).toEqual([
      Math.fround(1e20),
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
    const small = signature(float32([0, 1e-20, 3e-20], [3, 1]), 3).data;
    expect(small[0]).toBeCloseTo(3e-20, 25);
    expect(small[2]).toBe(0);
  });

  it('of depth 12 with 2 channels are symmetric powers on a straight line', () => {
    const line = float64([0, 0, 0.3, -0.7, 0.6, -1.4, 1.5, -3.5], [4, 2]);
    const s = signature(line, 12).data;
    let at = 0;
    let factorial = 1;
    for (let level = 1; level <= 12; level++) {
      factorial *= level;
      for (let word = 0; word < 2 ** level; word++, at++) {
        const seconds = word.toString(2).split('1').length - 1;
        const expected = (1.5 ** (level - seconds) * (-3.5) ** seconds) / factorial;
        expect(Math.abs(s[at] - expected)).toBeLessThan(1e-10 * (3.5 ** level / factorial));
      }
    }
  });

  it('of one point and of a constant path are zero, with gradient zero', () => {
    for (const length of [1, 6]) {
      const path = ndarray(new Float64Array(length * 2).fill(1e8), [length, 2]);
      expect([...signature(path, 3).data].every((value) => value === 0)).toBe(true);
    }
    const one = float64([1, 2], [1, 2]);
    expect([...signatureVjp(one, 3, float64(numbers(14), [14])).data]).toEqual([0, 0]);
  });
});
