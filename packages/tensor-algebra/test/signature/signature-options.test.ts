import { createEngine } from '@sig/kernels';
import { signatureModule } from '@sig/kernels/signature';
import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { createSignatureEngine, signature } from '../../src/index.js';
import { float32, float64, numbers, scattered } from '../arrays.js';
import { expectLevels } from '../expect-levels.js';
import { expectRows } from '../expect-rows.js';

const [batch, length, channels, depth, words] = [5, 8, 3, 3, 39];
const paths = float64(numbers(batch * length * channels), [batch, length, channels]);

describe('the options of signature', () => {
  it('basepoint: a point comes before each path', () => {
    const point = [0.5, -1, 2];
    const longer = ndarray(new Float64Array(batch * (length + 1) * channels), [
      batch,
      length + 1,
      channels,
    ]);
    for (let row = 0; row < batch; row++) {
      for (let at = 0; at <= length; at++) {
        for (let channel = 0; channel < channels; channel++) {
          const value = at === 0 ? point[channel] : paths.get(row, at - 1, channel);
          longer.set(row, at, channel, value);
        }
      }
    }
    const expected = signature(longer, depth).data;
    expectRows(
      signature(paths, depth, { basepoint: point }).data,
      expected,
      words,
      channels,
      1e-12,
    );
    const each = float64(Array(batch).fill(point).flat(), [batch, channels]);
    expectRows(signature(paths, depth, { basepoint: each }).data, expected, words, channels, 1e-12);
    const shared = float64(point, [channels]);
    expectRows(
      signature(paths, depth, { basepoint: shared }).data,
      expected,
      words,
      channels,
      1e-12,
    );
  });

  it('basepoint: true stands for the origin', () => {
    const origin = signature(paths, depth, { basepoint: true });
    const zeros = signature(paths, depth, { basepoint: [0, 0, 0] });
    expectRows(origin.data, zeros.data, words, channels, 1e-12);
  });

  it('inverse: the path run backwards', () => {
    const inverse = signature(paths, depth, { inverse: true });
    const backwards = signature(paths.step(1, -1, 1), depth);
    expectRows(inverse.data, backwards.data, words, channels, 1e-12);
  });

  it('stream: every prefix in turn', () => {
    for (const basepoint of [false, true]) {
      for (const inverse of [false, true]) {
        const stream = signature(paths, depth, { stream: true, basepoint, inverse });
        const least = basepoint ? 1 : 2;
        expect(stream.shape).toEqual([batch, length + 1 - least, words]);
        for (let points = least; points <= length; points++) {
          const prefix = paths.hi(batch, points, channels);
          const expected = signature(prefix, depth, { basepoint, inverse });
          for (let row = 0; row < batch; row++) {
            const from = stream.index(row, points - least, 0);
            expectLevels(
              stream.data.subarray(from, from + words),
              expected.data.subarray(row * words, (row + 1) * words),
              channels,
              1e-11,
            );
          }
        }
      }
    }
  });

  it('stream: a path of one point has no prefix', () => {
    expect(signature(float32([1, 2], [1, 2]), 2, { stream: true }).shape).toEqual([0, 6]);
  });

  it('initial: goes on from what came before', () => {
    const first = paths.hi(batch, 4, channels);
    const second = paths.lo(0, 3, 0);
    for (const scalarTerm of [false, true]) {
      for (const inverse of [false, true]) {
        const initial = signature(first, depth, { scalarTerm });
        const continued = signature(second, depth, { scalarTerm, inverse, initial });
        const whole = signature(paths, depth, { scalarTerm, inverse });
        expect(continued.shape).toEqual(whole.shape);
        for (const [index, value] of whole.data.entries()) {
          expect(continued.data[index]).toBeCloseTo(value, 11);
        }
      }
    }
  });

  it('initial: one signature serves the whole batch', () => {
    const initial = signature(paths.pick(0, null, null), depth);
    const shared = signature(paths, depth, { initial });
    const each = ndarray(new Float64Array(batch * words), [batch, words]);
    for (let row = 0; row < batch; row++) each.data.set(initial.data, row * words);
    expect(shared.data).toEqual(signature(paths, depth, { initial: each }).data);
  });

  it('out: writes into a view of any strides and returns it', () => {
    for (const scalarTerm of [false, true]) {
      const expected = signature(paths, depth, { scalarTerm });
      const out = scattered(ndarray(new Float64Array(expected.size), expected.shape));
      expect(signature(paths, depth, { scalarTerm, out })).toBe(out);
      for (let row = 0; row < batch; row++) {
        for (let word = 0; word < expected.shape[1]; word++) {
          expect(out.get(row, word)).toBe(expected.get(row, word));
        }
      }
    }
  });

  it('engine: threads give the same as one, for many paths and for a long one', async () => {
    const engine = await createSignatureEngine({ threads: 2 });
    try {
      const many = float32(numbers(402 * 64 * 3), [402, 64, 3]);
      const alone = signature(many, 4);
      const together = signature(many, 4, { engine });
      expect(together.data).toEqual(alone.data);
      const long = float64(numbers(100_000 * 2), [100_000, 2]);
      const one = signature(long, 4, { basepoint: [3, 4], inverse: true });
      const two = signature(long, 4, { basepoint: [3, 4], inverse: true, engine });
      expectLevels(two.data, one.data, 2, 1e-10);
    } finally {
      engine.close();
    }
  });

  it('engine: the scalar twins give the same where SIMD is missing', () => {
    const engine = createEngine({ modules: [signatureModule], backend: 'scalar' });
    for (const options of [{}, { stream: true, inverse: true }, { basepoint: true }]) {
      const doubles = signature(paths, depth, options);
      const found = signature(paths, depth, { ...options, engine });
      expectRows(found.data, doubles.data, words, channels, 1e-11);
      const floats = ndarray(new Float32Array(paths.data), paths.shape);
      const twin = signature(floats, depth, { ...options, engine });
      expectRows(twin.data, signature(floats, depth, options).data, words, channels, 1e-4);
    }
  });

  it('engine: the number of threads must be sensible', async () => {
    await expect(createSignatureEngine({ threads: 0 })).rejects.toThrow(RangeError);
  });
});
