import type { StopReason, Strategy } from '../strategy/strategy.js';
import type { History, HistoryEntry } from './history.js';

/** What is known after a generation. */
export interface GenerationReport extends HistoryEntry {
  /** The share of the budget that is used, from 0 to 1; undefined without a budget. */
  readonly progress: number | undefined;
}

export interface MinimizeOptions {
  /** No generation begins that would take the strategy's `evaluations` above this. */
  evaluations?: number;
  /** No generation begins after so many seconds of this call. */
  seconds?: number;
  /** Stop at a value at or below this. */
  target?: number;
  /** Called after each generation; false stops. `minimize` awaits it. */
  onGeneration?: (report: GenerationReport, strategy: Strategy) => unknown;
  /** Stops between two generations. */
  signal?: AbortSignal;
  /** What an earlier part of this run has recorded, to go on from. */
  history?: History;
  /** The objective takes a whole generation and gives all its values (false). */
  batched?: boolean;
}

export interface MinimizeResult {
  /** The best point found, [dimension]. */
  readonly x: Float64Array;
  readonly value: number;
  /** Why it ended; a budget or a target is looked at before the strategy's own rules. */
  readonly reason: StopReason | 'target' | 'evaluations' | 'seconds' | 'callback' | 'signal';
  readonly evaluations: number;
  readonly generations: number;
  /** Of this call. */
  readonly seconds: number;
  readonly history: History;
}
