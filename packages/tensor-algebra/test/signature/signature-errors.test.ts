import ndarray, { type NdArray } from 'ndarray';
import { describe, expect, it } from 'vitest';
import { signature, signatureLength } from '../../src/index.js';
import { float64 } from '../arrays.js';

const path = float64([0, 0, 1, 0, 1, 1], [3, 2]);
const unchecked = (value: unknown): NdArray<Float64Array> => value as NdArray<Float64Array>;

function message(run: () => unknown, kind: typeof TypeError | typeof RangeError): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(kind);
    const text = (error as Error).message;
    expect(text).not.toContain('\n');
    return text;
  }
  throw new Error('nothing was thrown');
}

describe('signature refuses', () => {
  it.each([0, 13, 2.5, Number.NaN, unchecked('4')])('the depth %s', (depth) => {
    const text = message(() => signature(path, depth as number), RangeError);
    expect(text).toBe(`depth must be an integer from 1 to 12, got ${depth}`);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'a point that is %s',
    (value) => {
      const text = message(() => signature(float64([0, 0, 1, value, 1, 1], [3, 2]), 2), RangeError);
      expect(text).toBe(`path must hold finite numbers, got ${value} at [1, 1]`);
      const view = float64([0, 0, 1, value, 1, 1], [3, 2]).transpose(1, 0);
      expect(message(() => signature(view, 2), RangeError)).toContain('at [1, 1]');
    },
  );

  it.each([[[6]], [[1, 1, 3, 2]]])('a path of the shape %j', (shape) => {
    const text = message(() => signature(float64([0, 0, 1, 0, 1, 1], shape), 2), TypeError);
    expect(text).toContain('[length, channels] or [batch, length, channels]');
    expect(text).toContain(`[${shape.join(', ')}]`);
  });

  it.each([
    [undefined],
    [null],
    [[[0, 1]]],
    [new Float64Array(4)],
    [ndarray([1, 2, 3, 4], [2, 2])],
    [ndarray(new Int32Array(4), [2, 2])],
  ])('%s in place of a path', (value) => {
    message(() => signature(unchecked(value), 2), TypeError);
  });

  it('a path without points or channels', () => {
    message(() => signature(float64([], [0, 2]), 2), RangeError);
    message(() => signature(float64([], [2, 0]), 2), RangeError);
  });

  it('a result too large to allocate, before any work', () => {
    const wide = ndarray(new Float64Array(2000), [2, 1000]);
    expect(message(() => signature(wide, 4), RangeError)).toContain('lower depth');
    expect(message(() => signatureLength(1000, 12), RangeError)).toContain('too many words');
  });

  it('an output that overlaps the input', () => {
    const memory = new Float64Array(16);
    const input = ndarray(memory, [3, 2]);
    const out = ndarray(memory, [6], [1], 5);
    expect(message(() => signature(input, 2, { out }), RangeError)).toContain('overlap');
    expect(() => signature(input, 2, { out: ndarray(memory, [6], [1], 6) })).not.toThrow();
    const initial = signature(path, 2);
    message(() => signature(path, 2, { initial, out: initial }), RangeError);
    const basepoint = ndarray(memory, [2], [1], 12);
    message(() => signature(path, 2, { basepoint, out: ndarray(memory, [6], [1], 8) }), RangeError);
  });

  it('an output of another shape or number format', () => {
    message(() => signature(path, 2, { out: float64(Array(7).fill(0), [7]) }), RangeError);
    message(() => signature(path, 2, { out: float64(Array(6).fill(0), [1, 6]) }), TypeError);
    const floats = unchecked(ndarray(new Float32Array(6), [6]));
    message(() => signature(path, 2, { out: floats }), TypeError);
  });

  it('a basepoint or an initial signature that does not fit', () => {
    message(() => signature(path, 2, { basepoint: [1, 2, 3] }), RangeError);
    message(() => signature(path, 2, { basepoint: [1, Number.NaN] }), RangeError);
    message(() => signature(path, 2, { basepoint: unchecked('origin') }), TypeError);
    message(() => signature(path, 2, { basepoint: float64([1, 2, 3], [3]) }), RangeError);
    message(() => signature(path, 2, { initial: float64([1, 2], [2]) }), RangeError);
    message(() => signature(path, 2, { initial: float64([1, 2, 3], [3]) }), RangeError);
    const floats = unchecked(ndarray(new Float32Array(6), [6]));
    message(() => signature(path, 2, { initial: floats }), TypeError);
  });
});
