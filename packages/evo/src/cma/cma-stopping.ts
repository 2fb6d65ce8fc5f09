import { median } from '../bounds/quantile.js';
import type { StateReader } from '../state/state-reader.js';
import type { StopReason } from '../strategy/strategy.js';
import type { CmaTolerances } from './cma-options.js';
import type { Covariance } from './covariance.js';

/** What the rules look at after a generation. */
export interface CmaGeneration {
  /** Penalised, from the best to the worst. */
  readonly sorted: Float64Array;
  readonly generation: number;
  readonly mean: Float64Array;
  readonly sigma: number;
  readonly pc: Float64Array;
  readonly covariance: Covariance;
}

export interface CmaStopping {
  check(generation: CmaGeneration): StopReason | undefined;
  state(): Record<string, unknown>;
}

/** Stagnation compares medians of long histories; this often is enough. */
const STAGNATION_EVERY = 10;

/** The rules of the tutorial's appendix B.3, by their names there. */
export function cmaStopping(
  n: number,
  lambda: number,
  firstSigma: number,
  tolerances: CmaTolerances,
  saved?: StateReader,
): CmaStopping {
  const { tolFun = 1e-12, tolXUp = 1e4, conditionCov = 1e14 } = tolerances;
  const tolX = tolerances.tolX ?? 1e-12 * firstSigma;
  const flat = 10 + Math.ceil((30 * n) / lambda);
  const patience = Math.ceil(120 + (30 * n) / lambda);
  const bests = Array.from(saved?.reals('bests') ?? []);
  const medians = Array.from(saved?.reals('medians') ?? []);

  function stagnates(generation: number): boolean {
    if (generation % STAGNATION_EVERY !== 0 || bests.length < patience) return false;
    const third = Math.floor(0.3 * bests.length);
    return [bests, medians].every((history) => {
      const first = median(Float64Array.from(history.slice(0, third)));
      return median(Float64Array.from(history.slice(-third))) >= first;
    });
  }

  return {
    check({ sorted, generation, mean, sigma, pc, covariance }) {
      const length = Math.min(20_000, Math.max(patience, Math.floor(0.2 * generation)));
      bests.push(sorted[0]);
      medians.push(median(sorted));
      for (const history of [bests, medians]) history.splice(0, history.length - length);
      const recent = bests.slice(-flat);
      const low = Math.min(...recent);
      const high = Math.max(...recent);
      const deviations = covariance.deviations();
      const { axes } = covariance;
      const longest = axes.reduce((most, d) => Math.max(most, d));
      const shortest = axes.reduce((least, d) => Math.min(least, d));
      if (longest ** 2 > conditionCov * shortest ** 2) return 'conditionCov';
      if (!(sigma * longest <= tolXUp * firstSigma)) return 'tolXUp';
      if (deviations.every((s, i) => sigma * Math.max(s, Math.abs(pc[i])) < tolX)) return 'tolX';
      if (recent.length >= flat && low === high) return 'equalFunValues';
      const spread = Math.max(high, sorted[lambda - 1]) - Math.min(low, sorted[0]);
      if (recent.length >= flat && spread < tolFun) return 'tolFun';
      if (mean.some((m, i) => m === m + 0.2 * sigma * deviations[i])) return 'noEffectCoord';
      const step = new Float64Array(n);
      step[generation % n] = 0.1 * sigma * axes[generation % n];
      const along = covariance.rotate(step);
      if (mean.every((m, i) => m === m + along[i])) return 'noEffectAxis';
      return stagnates(generation) ? 'stagnation' : undefined;
    },
    state: () => ({ bests, medians }),
  };
}
