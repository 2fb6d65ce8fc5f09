import { describe, expect, it } from 'vitest';
import { cmaParameters } from '../../src/cma/cma-parameters.js';

describe('the constants of CMA-ES', () => {
  // Worked out by hand from table 1 of the tutorial for n = 2, lambda = 6.
  it('are those of the table', () => {
    const { mu, weights, muEff, cSigma, cc, c1, chiN } = cmaParameters(2, 6, 1, true);
    const raw = [3.5, 3.5 / 2, 3.5 / 3].map(Math.log);
    const sum = raw[0] + raw[1] + raw[2];
    expect(mu).toBe(3);
    expect(weights[0]).toBeCloseTo(raw[0] / sum, 14);
    expect(weights[2]).toBeCloseTo(raw[2] / sum, 14);
    expect(muEff).toBeCloseTo(sum ** 2 / (raw[0] ** 2 + raw[1] ** 2 + raw[2] ** 2), 12);
    expect(cSigma).toBeCloseTo((muEff + 2) / (muEff + 7), 14);
    expect(cc).toBeCloseTo((4 + muEff / 2) / (6 + muEff), 14);
    expect(c1).toBeCloseTo(2 / (3.3 ** 2 + muEff), 14);
    expect(chiN).toBeCloseTo(Math.sqrt(Math.PI / 2), 2);
  });

  it.each([
    [1, 2, 1],
    [2, 6, 1],
    [10, 10, 1],
    [10, 200, 1],
    [640, 23, 1],
    [640, 23, 642 / 3],
    [5, 8, 7 / 3],
  ])(
    'keep the covariance positive definite in %i dimensions with %i candidates',
    (n, lambda, factor) => {
      const { weights, c1, cMu } = cmaParameters(n, lambda, factor, true);
      const negative = weights.reduce((total, weight) => total - Math.min(0, weight), 0);
      const positive = weights.reduce((total, weight) => total + Math.max(0, weight), 0);
      expect(positive).toBeCloseTo(1, 12);
      expect(n * cMu * negative).toBeLessThanOrEqual(1 - c1 - cMu + 1e-12);
      expect(c1 + cMu).toBeLessThanOrEqual(1);
    },
  );

  it('leave the worse half out without the active update', () => {
    expect(cmaParameters(4, 8, 1, false).weights.slice(4)).toEqual(new Float64Array(4));
  });
});
