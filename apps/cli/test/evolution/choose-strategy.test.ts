import { expect, test } from 'vitest';
import { chooseStrategy, strategyNames } from '../../src/evolution/choose-strategy.js';

test.each(strategyNames)(
  '%s begins at the weights, within bounds, with half their deviation',
  (strategy) => {
    const start = Float64Array.of(0.5, -0.5, 3, 0.5);
    const bounds = { lower: -1, upper: 1 };
    const made = chooseStrategy({ strategy, population: 6, bounds })(start, 1);
    expect(made.dimension).toBe(4);
    expect(made.populationSize).toBe(6);
    const candidates = made.ask();
    expect(candidates.every((x) => x.every((value) => Math.abs(value) <= 1))).toBe(true);
    const again = chooseStrategy({ strategy, population: 6, bounds })(start, 1).ask();
    expect(again).toEqual(candidates);
  },
);
