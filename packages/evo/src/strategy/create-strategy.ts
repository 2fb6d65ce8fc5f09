import { requireValues } from '../arguments/require-values.js';
import { repair } from '../bounds/repair.js';
import { createSearchSpace } from '../bounds/search-space.js';
import { createRandom } from '../random/create-random.js';
import { encode } from '../state/encode.js';
import { createStateReader } from '../state/state-reader.js';
import type { StrategyState } from '../state/strategy-state.js';
import type { AlgorithmFactory } from './algorithm.js';
import type { Solution, Strategy } from './strategy.js';
import type { StrategyOptions } from './strategy-options.js';

/** The bookkeeping that all strategies share, around the algorithm that makes them differ. */
export function createStrategy<Options extends StrategyOptions>(
  name: string,
  options: Options,
  createAlgorithm: AlgorithmFactory<Options>,
  state?: StrategyState,
): Strategy {
  const space = createSearchSpace(options);
  const { dimension } = space;
  const { seed = 0, nan = 'error' } = options;
  if (nan !== 'error' && nan !== 'worst') {
    throw new TypeError(`nan must be 'error' or 'worst', got ${String(nan)}`);
  }
  const saved = state && createStateReader(state, 'state');
  const random = createRandom(seed);
  const algorithm = createAlgorithm({
    options,
    space,
    random,
    saved: saved?.record('algorithm'),
  });
  let generation = saved?.real('generation') ?? 0;
  let evaluations = saved?.real('evaluations') ?? 0;
  let best: Solution = { x: space.start.slice(), value: Number.POSITIVE_INFINITY };
  let injected: Float64Array[] = [];
  let pending: Float64Array[] | undefined;
  let waiting = 0;
  let beforeSample = { random: random.state(), injected };
  if (saved) {
    best = { x: saved.reals('best', dimension), value: saved.real('bestValue') };
    injected = saved.matrix('injected', dimension);
    random.restore(saved.reals('random', random.state().length));
    if (saved.flag('pending')) sample();
    for (const x of saved.matrix('injectedLater', dimension)) injected.push(x);
  }

  function sample(): Float64Array[] {
    beforeSample = { random: random.state(), injected };
    const room = algorithm.populationSize;
    pending = algorithm.sample(injected.slice(0, room));
    // Those for which this generation has no room wait for the next one.
    injected = injected.slice(room);
    waiting = injected.length;
    return pending;
  }

  return {
    name,
    dimension,
    get populationSize() {
      return algorithm.populationSize;
    },
    get generation() {
      return generation;
    },
    get evaluations() {
      return evaluations;
    },
    get best() {
      return { x: best.x.slice(), value: best.value };
    },
    get mean() {
      return repair(algorithm.mean, space);
    },
    get sigma() {
      return algorithm.sigma;
    },
    get axisRatio() {
      return algorithm.axisRatio;
    },
    ask: () => (pending ?? sample()).map((x) => x.slice()),
    tell(values) {
      if (!pending) throw new RangeError('tell must follow ask, got values for no candidates');
      const told = requireValues(values, pending.length, nan);
      const candidates = pending;
      algorithm.update(told);
      pending = undefined;
      generation++;
      evaluations += told.length;
      for (let index = 0; index < told.length; index++) {
        if (told[index] < best.value) best = { x: candidates[index].slice(), value: told[index] };
      }
    },
    stop: () => algorithm.stop(),
    inject(x) {
      injected.push(space.require(x, 'the injected point'));
    },
    toJSON() {
      const now = { random: random.state(), injected };
      return {
        version: 1,
        strategy: name,
        options: encode(options),
        generation,
        evaluations,
        best: encode(best.x),
        bestValue: encode(best.value),
        random: encode((pending ? beforeSample : now).random),
        pending: pending !== undefined,
        injected: encode((pending ? beforeSample : now).injected),
        injectedLater: encode(pending ? injected.slice(waiting) : []),
        algorithm: encode(algorithm.state()),
      };
    },
  };
}
