import { describe, expect, it } from 'vitest';
import { flipFilters } from '../../src/linear/index.js';
import { zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

describe('flipFilters', () => {
  it('puts the last position first and exchanges inputs and outputs', () => {
    // [size 2, channels 2, filters 3]
    const filters = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
    const { simd, scalar } = runOnBoth({ filters, flipped: zeros(12) }, (at) =>
      flipFilters({ ...at, size: 2, channels: 2, count: 3 }),
    );
    expect(simd.flipped).toEqual([7, 10, 8, 11, 9, 12, 1, 4, 2, 5, 3, 6]);
    expect(scalar.flipped).toEqual(simd.flipped);
  });
});
