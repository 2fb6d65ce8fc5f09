import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { signature } from '../../src/index.js';
import { float32, float64, numbers, scattered } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { nameOf, oracleCases } from '../oracle-cases.js';

describe('signature', () => {
  it.each(oracleCases.map((each) => [nameOf(each), each] as const))(
    'equals the independent values in both number formats: %s',
    (_name, { channels, depth, length, path, signature: expected }) => {
      const values = path.flat();
      const doubles = signature(float64(values, [length, channels]), depth);
      expect(doubles.shape).toEqual([expected.length]);
      expectLevels(doubles.data, expected, channels, 1e-10);
      const floats = signature(float32(values, [length, channels]), depth);
      expect(floats.data).toBeInstanceOf(Float32Array);
      expectLevels(floats.data, expected, channels, 1e-4, 1e-6);
    },
  );

  it('is the area and the displacements of two steps', () => {
    const corner = float64([0, 0, 1, 0, 1, 1], [3, 2]);
    expect([...signature(corner, 2).data]).toEqual([1, 1, 0.5, 1, 0, 0.5]);
  });

  it('computes a batch as each path alone', () => {
    const [batch, length, channels, depth] = [7, 9, 3, 4];
    const paths = float64(numbers(batch * length * channels), [batch, length, channels]);
    const all = signature(paths, depth);
    expect(all.shape).toEqual([batch, 120]);
    for (let row = 0; row < batch; row++) {
      const alone = signature(paths.pick(row, null, null), depth);
      expectLevels(all.data.subarray(row * 120, row * 120 + 120), [...alone.data], channels, 1e-12);
    }
  });

  it('reads any strides and offset', () => {
    const paths = float64(numbers(5 * 6 * 2), [5, 6, 2]);
    expect(signature(scattered(paths), 3).data).toEqual(signature(paths, 3).data);
    const single = paths.pick(2, null, null);
    expect(signature(scattered(single), 3).data).toEqual(signature(single, 3).data);
  });

  it('computes more paths than are held in memory at a time', () => {
    const [batch, length, channels] = [400, 300, 40];
    const paths = float32(numbers(batch * length * channels), [batch, length, channels]);
    const all = signature(paths, 2);
    const last = signature(paths.lo(batch - 1, 0, 0), 2);
    expectLevels(all.data.subarray(-1640), last.data, channels, 1e-6);
  });

  it('gives zeros for one point and for a constant path', () => {
    for (const length of [1, 5, 100]) {
      const constant = ndarray(new Float32Array(length * 3).fill(7.5), [length, 3]);
      expect(signature(constant, 4).data).toEqual(new Float32Array(120));
    }
  });

  it('gives no rows for no paths', () => {
    expect(signature(float32([], [0, 4, 2]), 2).shape).toEqual([0, 6]);
  });

  it('takes every depth from 1 to 12', () => {
    const path = float64(numbers(20), [10, 2]);
    const deepest = signature(path, 12);
    for (let depth = 1; depth < 12; depth++) {
      const shallow = signature(path, depth);
      expectLevels(shallow.data, deepest.data.subarray(0, shallow.size), 2, 1e-12);
    }
  });

  it('writes the scalar term on request', () => {
    const paths = float64(numbers(3 * 4 * 2), [3, 4, 2]);
    const plain = signature(paths, 2);
    const withScalar = signature(paths, 2, { scalarTerm: true });
    expect(withScalar.shape).toEqual([3, 7]);
    for (let row = 0; row < 3; row++) {
      expect(withScalar.get(row, 0)).toBe(1);
      for (let word = 0; word < 6; word++) {
        expect(withScalar.get(row, word + 1)).toBe(plain.get(row, word));
      }
    }
  });
});
