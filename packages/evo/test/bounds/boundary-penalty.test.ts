import { describe, expect, it } from 'vitest';
import { boundaryPenalty } from '../../src/bounds/boundary-penalty.js';
import { createSearchSpace } from '../../src/bounds/search-space.js';
import { createCmaEs } from '../../src/index.js';
import { ellipsoid } from '../objectives.js';

describe('the penalty of bounds', () => {
  const space = createSearchSpace({ start: [0, 0], sigma: 1, bounds: { lower: -1, upper: 1 } });
  const values = Float64Array.of(1, 2, 3, 4);
  const points = [
    Float64Array.of(0, 0),
    Float64Array.of(2, 0),
    Float64Array.of(3, 0),
    Float64Array.of(0, -2),
  ];
  const deviations = Float64Array.of(1, 1);

  it('is nothing while the mean is inside', () => {
    const penalty = boundaryPenalty(space);
    const mean = Float64Array.of(0, 0);
    expect(penalty.penalise({ values, points, mean, deviations, muEff: 2 })).toEqual(values);
  });

  it('grows with the square of the distance, and is 0 for points inside', () => {
    const penalty = boundaryPenalty(space);
    const mean = Float64Array.of(1.5, 0);
    const penalised = penalty.penalise({ values, points, mean, deviations, muEff: 2 });
    const added = penalised.map((value, k) => value - values[k]);
    // γ = 2 · (quartiles 3.25 - 1.75) / 1, each coordinate's share 1 / 2.
    expect([...added]).toEqual([0, 1.5, 6, 1.5]);
  });

  it('lets CMA-ES find a minimum on an edge and in a corner to many digits', () => {
    const bounds = { lower: [0.5, -3, 0.25], upper: [2, 3, 4] };
    const strategy = createCmaEs({ start: [1, 1, 1], sigma: 0.5, bounds });
    while (!strategy.stop()) strategy.tell(strategy.ask().map(ellipsoid));
    const corner = ellipsoid(Float64Array.of(0.5, 0, 0.25));
    expect(strategy.best.value / corner - 1).toBeLessThan(1e-9);
    expect(strategy.best.x[0]).toBe(0.5);
    expect(strategy.best.x[2]).toBe(0.25);
  });
});
