import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { framesPerSecond, timingOf } from '../../src/measure/index.js';

describe('a timing', () => {
  it('has the median and the 95th percentile, linear between neighbours', () => {
    // Worked out by hand; of 1 to 101 the 95th percentile is the 96th value.
    expect(timingOf([4])).toEqual({ runs: 1, minimum: 4, median: 4, percentile95: 4 });
    expect(timingOf([4, 1, 3, 2])).toMatchObject({ minimum: 1, median: 2.5 });
    const hundred = Array.from({ length: 101 }, (_, at) => 1 + ((37 * at) % 101));
    expect(timingOf(hundred)).toEqual({ runs: 101, minimum: 1, median: 51, percentile95: 96 });
  });

  it('does not sort numbers as words, nor what it is given', () => {
    const given = [10, 9, 100];
    expect(timingOf(given).median).toBe(10);
    expect(given).toEqual([10, 9, 100]);
  });

  it('is in order, and the same whatever the order of the runs', () => {
    const times = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(times, (all) => {
        const { runs, minimum, median, percentile95 } = timingOf(all);
        expect(runs).toBe(all.length);
        expect(minimum).toBe(Math.min(...all));
        expect(minimum <= median && median <= percentile95).toBe(true);
        expect(percentile95).toBeLessThanOrEqual(Math.max(...all));
        expect(timingOf([...all].reverse())).toEqual(timingOf(all));
      }),
    );
  });

  it('of no run is refused', () => {
    expect(() => timingOf([])).toThrow(/needs the time of a run, got none/);
  });

  it('gives the frames of a second', () => {
    expect(framesPerSecond(timingOf([8, 2, 4]))).toBe(250);
  });
});
