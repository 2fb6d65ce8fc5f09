import type { SearchSpace } from '../bounds/search-space.js';
import type { Random } from '../random/create-random.js';
import type { StateReader } from '../state/state-reader.js';
import type { StopReason } from './strategy.js';

/** The part of a strategy that is its own; `createStrategy` makes the rest around it. */
export interface Algorithm {
  readonly populationSize: number;
  readonly mean: Float64Array;
  readonly sigma: number;
  readonly axisRatio: number;
  /**
   * The next candidates, within the bounds, injected points among them. Must change nothing that
   * `state` tells but the random numbers: a saved strategy samples again.
   */
  sample(injected: readonly Float64Array[]): Float64Array[];
  /** Learns the values of the last sample; none of them is NaN. */
  update(values: Float64Array): void;
  stop(): StopReason | undefined;
  state(): Record<string, unknown>;
}

/** What an algorithm is made of; `saved` is there when it is restored. */
export interface AlgorithmContext<Options> {
  readonly options: Options;
  readonly space: SearchSpace;
  readonly random: Random;
  readonly saved: StateReader | undefined;
}

export type AlgorithmFactory<Options> = (context: AlgorithmContext<Options>) => Algorithm;
