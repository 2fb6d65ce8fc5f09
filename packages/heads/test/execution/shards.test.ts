import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shards } from '../../src/execution/shards.js';

const pass = { training: true, seed: 3 };

describe('shards', () => {
  it('give every sample to one thread, in order, in chunks that are not too large', () => {
    const int = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(int(1, 70), int(1, 5), int(1, 20), (count, threads, chunk) => {
        const cut = shards(count, threads, chunk, pass);
        expect(cut).toHaveLength(threads);
        let next = 0;
        for (const slice of cut.flat()) {
          expect(slice).toMatchObject({ first: next, ...pass });
          expect(slice.count).toBeGreaterThan(0);
          expect(slice.count).toBeLessThanOrEqual(chunk);
          next += slice.count;
        }
        expect(next).toBe(count);
      }),
    );
  });

  it('are as equal as can be', () => {
    const sizes = shards(10, 4, 100, pass).map((slices) =>
      slices.reduce((sum, { count }) => sum + count, 0),
    );
    expect(sizes).toEqual([2, 3, 2, 3]);
    expect(shards(17, 1, 8, pass)[0].map(({ count }) => count)).toEqual([5, 6, 6]);
  });
});
