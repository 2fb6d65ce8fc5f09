import { boundaryPenalty } from '../bounds/boundary-penalty.js';
import { repair } from '../bounds/repair.js';
import type { Algorithm, AlgorithmContext } from '../strategy/algorithm.js';
import { combine } from '../strategy/combine.js';
import { lengthOf } from '../strategy/length-of.js';
import { rank } from '../strategy/rank.js';
import { sampleNormals } from '../strategy/sample-normals.js';
import type { StopReason } from '../strategy/strategy.js';
import type { CmaEsOptions } from './cma-options.js';
import { cmaParameters } from './cma-parameters.js';
import { cmaStopping } from './cma-stopping.js';
import { fullCovariance } from './full-covariance.js';
import { pairwiseRank } from './pairwise-rank.js';
import { separableCovariance, separableRateFactor } from './separable-covariance.js';

/**
 * CMA-ES as in Hansen, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772v2, 2023 (figure 6
 * and appendix A), with active update. The eigendecomposition is put off as in appendix B.2, so
 * that a generation takes O(n²) a candidate. Injected points as in Hansen, "Injecting external
 * solutions into CMA-ES", arXiv:1110.4181, 2011.
 */
export function cmaEsAlgorithm(
  { options, space, random, saved }: AlgorithmContext<CmaEsOptions>,
  populationSize: number,
  separable: boolean,
): Algorithm {
  const { active = true, mirrored = false } = options;
  const n = space.dimension;
  const lambda = populationSize;
  const rateFactor = separable ? separableRateFactor(n) : 1;
  const parameters = cmaParameters(n, lambda, rateFactor, active && !mirrored);
  const { mu, weights, muEff, cSigma, dSigma, cc, c1, cMu, chiN } = parameters;
  const weightTotal = weights.reduce((total, weight) => total + weight, 0);
  /** Generations between two eigendecompositions, as in Hansen's purecma: C changes little in them. */
  const refreshEvery = separable ? 1 : 0.5 / ((c1 + cMu) * n);
  const createCovariance = separable ? separableCovariance : fullCovariance;
  const covariance = createCovariance(n, saved?.record('covariance'));
  const stopping = cmaStopping(n, lambda, space.sigma, options, saved?.record('stopping'));
  const penalty = space.box && boundaryPenalty(space, saved?.record('penalty'));

  let m = saved?.reals('mean', n) ?? space.start.slice();
  let sigma = saved?.real('sigma') ?? space.sigma;
  let pSigma = saved?.reals('pSigma', n) ?? new Float64Array(n);
  let pc = saved?.reals('pc', n) ?? new Float64Array(n);
  let generation = saved?.real('generation') ?? 0;
  let refreshedAt = saved?.real('refreshedAt') ?? 0;
  let reason = saved?.has('reason') ? (saved.text('reason') as StopReason) : undefined;
  let zs: Float64Array[] = [];
  let ys: Float64Array[] = [];
  let points: Float64Array[] = [];

  function takeIn(x: Float64Array, k: number): void {
    const y = x.map((value, i) => (value - m[i]) / sigma);
    const z = covariance.whiten(y);
    const shrink = Math.min(1, (Math.sqrt(n) + (2 * n) / (n + 2)) / lengthOf(z));
    zs[k] = z.map((value) => value * shrink);
    ys[k] = y.map((value) => value * shrink);
    points[k] = x;
  }

  function updateCovariance(order: readonly number[], hSigma: number): void {
    const scaled = weights.map((weight, k) => {
      // A worse candidate counts by its direction alone; one on the mean has none.
      const square = weight < 0 ? lengthOf(zs[order[k]]) ** 2 : n;
      return square > 0 ? (cMu * weight * n) / square : 0;
    });
    const delta = (1 - hSigma) * cc * (2 - cc);
    const keep = 1 + c1 * delta - c1 - cMu * weightTotal;
    covariance.update(
      keep,
      c1,
      pc,
      scaled,
      order.map((k) => ys[k]),
    );
    if (generation - refreshedAt < refreshEvery) return;
    covariance.refresh();
    refreshedAt = generation;
  }

  return {
    populationSize: lambda,
    get mean() {
      return m;
    },
    get sigma() {
      return sigma;
    },
    get axisRatio() {
      const { axes } = covariance;
      return axes.reduce((a, b) => Math.max(a, b)) / axes.reduce((a, b) => Math.min(a, b));
    },
    sample(injected) {
      zs = sampleNormals(random, n, lambda, mirrored);
      ys = covariance.sample(zs);
      points = ys.map((y) => stepFrom(m, sigma, y));
      injected.forEach(takeIn);
      return points.map((x) => repair(x, space));
    },
    update(values) {
      generation++;
      const deviations = covariance.deviations().map((s) => s * sigma);
      const penalised = penalty?.penalise({ values, points, mean: m, deviations, muEff }) ?? values;
      const order = mirrored ? pairwiseRank(penalised) : rank(penalised);
      const yMean = combine(weights, ys, order, mu);
      m = m.map((value, i) => value + sigma * yMean[i]);
      const step = covariance.rotate(combine(weights, zs, order, mu));
      const sigmaGain = Math.sqrt(cSigma * (2 - cSigma) * muEff);
      pSigma = pSigma.map((p, i) => (1 - cSigma) * p + sigmaGain * step[i]);
      const length = lengthOf(pSigma);
      const warmUp = Math.sqrt(1 - (1 - cSigma) ** (2 * generation));
      const hSigma = length / warmUp < (1.4 + 2 / (n + 1)) * chiN ? 1 : 0;
      const pcGain = hSigma * Math.sqrt(cc * (2 - cc) * muEff);
      pc = pc.map((p, i) => (1 - cc) * p + pcGain * yMean[i]);
      updateCovariance(order, hSigma);
      sigma *= Math.exp(Math.min(1, (cSigma / dSigma) * (length / chiN - 1)));
      const sorted = penalised.slice().sort();
      // Where most of the generation is level, look further away.
      if (sorted[0] === sorted[Math.ceil(0.7 * lambda) - 1]) {
        sigma *= Math.exp(0.2 + cSigma / dSigma);
      }
      reason = stopping.check({ sorted, generation, mean: m, sigma, pc, covariance });
    },
    stop: () => reason,
    state: () => ({
      mean: m,
      sigma,
      pSigma,
      pc,
      generation,
      refreshedAt,
      reason,
      covariance: covariance.state(),
      stopping: stopping.state(),
      penalty: penalty?.state(),
    }),
  };
}

/** mean + σ y */
function stepFrom(mean: Float64Array, sigma: number, y: Float64Array): Float64Array {
  const x = new Float64Array(y.length);
  for (let i = 0; i < x.length; i++) x[i] = mean[i] + sigma * y[i];
  return x;
}
