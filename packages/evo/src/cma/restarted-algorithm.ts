import { requireInteger } from '../arguments/require-integer.js';
import type { SearchSpace } from '../bounds/search-space.js';
import type { Random } from '../random/create-random.js';
import type { StateReader } from '../state/state-reader.js';
import type { Algorithm, AlgorithmContext } from '../strategy/algorithm.js';
import { cmaEsAlgorithm } from './cma-es-algorithm.js';
import type { CmaEsOptions } from './cma-options.js';
import { cmaSettings } from './cma-settings.js';

/** How one of the runs of CMA-ES is to begin. */
export interface Run {
  readonly populationSize: number;
  readonly sigma: number;
  /** Evaluations after which it is cut short. */
  readonly budget: number;
}

/** Which run follows; told of each generation's evaluations. */
export interface RestartPolicy {
  count(evaluations: number): void;
  /** The next run, or undefined when there were enough. */
  next(): Run | undefined;
  state(): Record<string, unknown>;
}

/** Run after run of CMA-ES, each from a point of its own, as the policy says. */
export function restartedAlgorithm(
  context: AlgorithmContext<CmaEsOptions>,
  policy: RestartPolicy,
): Algorithm {
  const { options, space, random, saved } = context;
  const { separable, populationSize } = cmaSettings(options, space.dimension);
  let run: Run = { populationSize, sigma: space.sigma, budget: Number.POSITIVE_INFINITY };
  let start = space.start;
  let spent = saved?.real('spent') ?? 0;
  let isOver = saved?.flag('isOver') ?? false;
  if (saved) {
    run = {
      populationSize: saved.real('populationSize'),
      sigma: saved.real('firstSigma'),
      budget: saved.real('budget'),
    };
    requireInteger('the saved populationSize', run.populationSize, 2);
    start = saved.reals('start', space.dimension);
  }
  const begin = (state: StateReader | undefined): Algorithm =>
    cmaEsAlgorithm(
      { options, random, saved: state, space: { ...space, start, sigma: run.sigma } },
      run.populationSize,
      separable,
    );
  let inner = begin(saved?.record('run'));

  function restart(): void {
    const next = policy.next();
    isOver = next === undefined;
    if (!next) return;
    run = next;
    start = startingPoint(space, random);
    spent = 0;
    inner = begin(undefined);
  }

  return {
    get populationSize() {
      return run.populationSize;
    },
    get mean() {
      return inner.mean;
    },
    get sigma() {
      return inner.sigma;
    },
    get axisRatio() {
      return inner.axisRatio;
    },
    sample: (injected) => inner.sample(injected),
    update(values) {
      inner.update(values);
      spent += values.length;
      policy.count(values.length);
      if (!isOver && (inner.stop() || spent >= run.budget)) restart();
    },
    stop: () => (isOver ? 'maxRestarts' : undefined),
    state: () => ({
      populationSize: run.populationSize,
      firstSigma: run.sigma,
      budget: run.budget,
      start,
      spent,
      isOver,
      run: inner.state(),
      policy: policy.state(),
    }),
  };
}

/** Uniform in the box where it is finite, otherwise normal around the start. */
function startingPoint({ start, sigma, box }: SearchSpace, random: Random): Float64Array {
  return start.map((value, i) => {
    const low = box?.lower[i] ?? Number.NEGATIVE_INFINITY;
    const high = box?.upper[i] ?? Number.POSITIVE_INFINITY;
    if (Number.isFinite(high - low)) return low + (high - low) * random.uniform();
    return Math.min(Math.max(value + sigma * random.gaussian(), low), high);
  });
}
