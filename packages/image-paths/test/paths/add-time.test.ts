import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { addTime } from '../../src/paths/add-time.js';

describe('addTime', () => {
  it('appends t / (length − 1)', () => {
    const path = addTime(ndarray(new Float32Array([5, 6, 7]), [3, 1]));
    expect(path.shape).toEqual([3, 2]);
    expect(Array.from(path.data)).toEqual([5, 0, 6, 0.5, 7, 1]);
  });

  it('takes batches and keeps float64', () => {
    const path = addTime(ndarray(new Float64Array([1, 2, 3, 4]), [2, 2, 1]));
    expect(path.shape).toEqual([2, 2, 2]);
    expect(path.data).toEqual(new Float64Array([1, 0, 2, 1, 3, 0, 4, 1]));
  });

  it('gives a single point the time 0', () => {
    expect(Array.from(addTime(ndarray(new Float32Array([5]), [1, 1])).data)).toEqual([5, 0]);
  });

  it('reads views of any stride', () => {
    const view = ndarray(new Float32Array([1, 2, 3, 4, 5, 6]), [2, 3]).transpose(1, 0);
    expect(Array.from(addTime(view).data)).toEqual([1, 4, 0, 2, 5, 0.5, 3, 6, 1]);
  });

  it('refuses other shapes', () => {
    expect(() => addTime(ndarray(new Float32Array(3), [3]))).toThrow(
      'a path must be [length, channels] or [batch, length, channels], got [3]',
    );
    expect(() => addTime(ndarray(new Float32Array(0), [0, 2]))).toThrow(
      'a path must have at least one point and one channel, got [0, 2]',
    );
  });
});
