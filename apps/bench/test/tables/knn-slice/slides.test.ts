import { describe, expect, it } from 'vitest';
import { slides } from '../../../src/tables/knn-slice/slides.js';

describe('the table of the slides', () => {
  it('names every row of a part once', () => {
    const names = slides.rows.map(({ name, experiment }) => `${experiment.digits} ${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('has both protocols of both strategies, for both parts', () => {
    const evolved = slides.rows.flatMap(({ experiment }) =>
      experiment.kind === 'k-nn' && experiment.filters.kind === 'evolved'
        ? [`${experiment.digits} ${experiment.filters.strategy} ${experiment.filters.protocol}`]
        : [],
    );
    expect(evolved).toHaveLength(8);
    expect(new Set(evolved).size).toBe(8);
  });

  it('prints beside the networks what the slides say', () => {
    const printed = slides.rows.flatMap(({ experiment, paper }) =>
      experiment.kind === 'network' && experiment.neurons === 64 ? [paper] : [],
    );
    expect(printed).toEqual([0.97, 0.975, 0.9896]);
  });
});
