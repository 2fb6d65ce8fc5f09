/** The constants of a run of CMA-ES, by the names of the tutorial. */
export interface CmaParameters {
  readonly lambda: number;
  readonly mu: number;
  /** [lambda], from the best candidate to the worst; the last ones below 0 or 0. */
  readonly weights: Float64Array;
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cc: number;
  readonly c1: number;
  readonly cMu: number;
  /** The expected length of a standard normal vector. */
  readonly chiN: number;
}

/**
 * The default constants of CMA-ES (Hansen, "The CMA Evolution Strategy: A Tutorial",
 * arXiv:1604.00772v2, 2023, equations 49 to 58 and table 1).
 *
 * @param rateFactor multiplies the learning rates of the covariance, 1 for a full one.
 * @param active whether the worse half counts with negative weights.
 */
export function cmaParameters(
  n: number,
  lambda: number,
  rateFactor: number,
  active: boolean,
): CmaParameters {
  const mu = Math.floor(lambda / 2);
  const raw = Float64Array.from(
    { length: lambda },
    (_, i) => Math.log((lambda + 1) / 2) - Math.log(i + 1),
  );
  const positive = sums(raw.subarray(0, mu));
  const negative = sums(raw.subarray(mu));
  const muEff = positive.sum ** 2 / positive.squares;
  const muEffMinus = negative.sum ** 2 / negative.squares;
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
  const cc = (4 + muEff / n) / (n + 4 + (2 * muEff) / n);
  const c1 = Math.min(1, rateFactor * (2 / ((n + 1.3) ** 2 + muEff)));
  const rankMu = (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) ** 2 + muEff);
  const cMu = Math.min(1 - c1, rateFactor * rankMu);
  // The negative weights are bounded so that the covariance stays positive definite.
  const alpha = Math.min(
    1 + c1 / cMu,
    1 + (2 * muEffMinus) / (muEff + 2),
    (1 - c1 - cMu) / (n * cMu),
  );
  const negativeTotal = raw.reduce((total, weight) => total - Math.min(0, weight), 0);
  const weights = raw.map((weight) => {
    if (weight >= 0) return weight / positive.sum;
    return active ? (alpha * weight) / negativeTotal : 0;
  });
  const chiN = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  return { lambda, mu, weights, muEff, cSigma, dSigma, cc, c1, cMu, chiN };
}

function sums(weights: Float64Array): { sum: number; squares: number } {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  return { sum, squares };
}
