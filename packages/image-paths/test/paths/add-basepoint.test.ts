import ndarray from 'ndarray';
import { describe, expect, it } from 'vitest';
import { addBasepoint } from '../../src/paths/add-basepoint.js';
import { addTime } from '../../src/paths/add-time.js';

describe('addBasepoint', () => {
  it('puts the origin before the first point', () => {
    const path = addBasepoint(ndarray(new Float32Array([5, 6, 7, 8]), [2, 2]));
    expect(path.shape).toEqual([3, 2]);
    expect(Array.from(path.data)).toEqual([0, 0, 5, 6, 7, 8]);
  });

  it('does so for every path of a batch', () => {
    const path = addBasepoint(ndarray(new Float64Array([5, 6]), [2, 1, 1]));
    expect(path.shape).toEqual([2, 2, 1]);
    expect(Array.from(path.data)).toEqual([0, 5, 0, 6]);
  });

  it('leaves time at 0 when time was added before', () => {
    const path = addBasepoint(addTime(ndarray(new Float32Array([5, 6]), [2, 1])));
    expect(Array.from(path.data)).toEqual([0, 0, 5, 0, 6, 1]);
  });

  it('refuses other shapes', () => {
    expect(() => addBasepoint(ndarray(new Float32Array(16), [2, 2, 2, 2]))).toThrow(
      'a path must be [length, channels] or [batch, length, channels], got [2, 2, 2, 2]',
    );
  });
});
