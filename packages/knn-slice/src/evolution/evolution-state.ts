import type { StrategyState } from '@sig/evo';

/** What the evolution of one unit came to. */
export interface UnitReport {
  readonly round: number;
  readonly layer: number;
  readonly filter: number;
  readonly filters: number;
  /** The fitness with the weights that the unit had, and with those it has got. */
  readonly before: number;
  readonly after: number;
  readonly evaluations: number;
  /** Why it ended. */
  readonly reason: string;
}

/** All it takes to go on, as plain JSON. */
export interface EvolutionState {
  readonly version: 1;
  readonly mode: 'serial' | 'parallel';
  readonly unit: 'filter' | 'layer';
  readonly round: number;
  /** The place of the unit that is next or under way. */
  readonly next: number;
  /** The weights that fitness is measured with, by name. */
  readonly weights: Readonly<Record<string, readonly number[]>>;
  /** The discriminants of the round, where distances are between such. */
  readonly projection?: { readonly weight: readonly number[]; readonly bias: readonly number[] };
  /** In parallel mode: what has been found and is to be plugged in at the end of the round. */
  readonly found: readonly { readonly unit: number; readonly vector: readonly number[] }[];
  /** Of the unit under way, and its fitness before. */
  readonly strategy?: StrategyState;
  readonly before?: number;
  readonly reports: readonly UnitReport[];
}

/** Why an evolution broke off; `state` goes on from there. */
export class EvolutionError extends Error {
  override readonly name = 'EvolutionError';

  constructor(
    override readonly cause: unknown,
    readonly state: EvolutionState,
  ) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}
