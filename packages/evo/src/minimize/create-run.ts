import { quantile } from '../bounds/quantile.js';
import type { Strategy } from '../strategy/strategy.js';
import type { HistoryEntry } from './history.js';
import type { GenerationReport, MinimizeOptions, MinimizeResult } from './minimize-options.js';
import { ObjectiveError } from './objective-error.js';

/** The part of a minimisation that is the same whether the objective is waited for or not. */
export interface Run {
  /** The reason to end before the next generation. */
  reason(): MinimizeResult['reason'] | undefined;
  /** Tells the values and reports; false from the callback ends the run. */
  tell(values: ArrayLike<number>): GenerationReport;
  /** The error to throw for what the objective has thrown. */
  failure(cause: unknown): ObjectiveError;
  result(reason: MinimizeResult['reason']): MinimizeResult;
}

export function createRun(strategy: Strategy, options: MinimizeOptions): Run {
  const { evaluations, seconds, target, signal } = options;
  const history: HistoryEntry[] = [...(options.history ?? [])];
  const begun = performance.now();
  const elapsed = (): number => (performance.now() - begun) / 1000;
  const before = history.at(-1)?.seconds ?? 0;

  function progress(): number | undefined {
    if (evaluations === undefined && seconds === undefined) return undefined;
    const used = [
      strategy.evaluations / (evaluations ?? Infinity),
      elapsed() / (seconds ?? Infinity),
    ];
    return Math.min(1, Math.max(...used));
  }

  return {
    reason() {
      if (target !== undefined && strategy.best.value <= target) return 'target';
      if (signal?.aborted) return 'signal';
      if (
        evaluations !== undefined &&
        strategy.evaluations + strategy.populationSize > evaluations
      ) {
        return 'evaluations';
      }
      if (seconds !== undefined && elapsed() >= seconds) return 'seconds';
      return strategy.stop();
    },
    tell(values) {
      strategy.tell(values);
      const known = knownValues(values);
      const entry: HistoryEntry = {
        generation: strategy.generation,
        evaluations: strategy.evaluations,
        seconds: before + elapsed(),
        best: finite(strategy.best.value),
        generationBest: finite(quantile(known, 0)),
        generationMedian: finite(quantile(known, 0.5)),
        sigma: finite(strategy.sigma),
        axisRatio: finite(strategy.axisRatio),
      };
      history.push(entry);
      return { ...entry, progress: progress() };
    },
    failure: (cause) => new ObjectiveError(cause, strategy.toJSON(), [...history]),
    result: (reason) => ({
      ...strategy.best,
      reason,
      evaluations: strategy.evaluations,
      generations: strategy.generation,
      seconds: elapsed(),
      history,
    }),
  };
}

/** JSON has no word for the others. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** NaN, where the strategy lets it pass, counts as the worst. */
function knownValues(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values, (value) => (Number.isNaN(value) ? Infinity : value));
}
