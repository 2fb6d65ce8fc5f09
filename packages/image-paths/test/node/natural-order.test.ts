import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalOrder } from '../../src/node/natural-order.js';

describe('naturalOrder', () => {
  it('puts 2 before 10, and names of the same number by their characters', () => {
    const names = ['img10', 'img2', 'img02', 'img002', 'img1'];
    expect(names.sort(naturalOrder)).toEqual(['img1', 'img002', 'img02', 'img2', 'img10']);
  });

  it('leaves no order open between different names', () => {
    const names = fc.stringMatching(/^[a01]{0,4}$/);
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(naturalOrder(a, b) === 0).toBe(a === b);
        expect(naturalOrder(a, b) + naturalOrder(b, a)).toBe(0);
      }),
    );
  });
});
