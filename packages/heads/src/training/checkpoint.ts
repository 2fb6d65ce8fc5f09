import type { Standardisation } from '../network/network.js';
import type { EpochReport } from './fit-options.js';

/** As an engine keeps them: float32, or float64 where it was made so. */
export type Reals = Float32Array | Float64Array;

/** The weights of the best epoch so far, by the watched metric. */
export interface BestEpoch {
  readonly epoch: number;
  /** Of the metric, the higher the better: a loss has the other sign. */
  readonly value: number;
  readonly weights: Readonly<Record<string, Float32Array>>;
}

/**
 * All that training needs to go on after a complete epoch as if it had never stopped, as plain data.
 * The blocks hold all parameters behind one another in the order in which training keeps them.
 */
export interface Checkpoint {
  /** Complete epochs. */
  readonly epoch: number;
  readonly history: readonly EpochReport[];
  readonly standardisation?: Standardisation;
  /** The weights that are trained, and the running averages of the layers. */
  readonly weights: Reals;
  /** Adam's moments. */
  readonly first: Reals;
  readonly second: Reals;
  /** The moving average of `weights`, where there is one. */
  readonly average?: Reals;
  /** Absent where there is no validation set. */
  readonly best?: BestEpoch;
}
