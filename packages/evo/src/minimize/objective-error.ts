import type { StrategyState } from '../state/strategy-state.js';
import type { History } from './history.js';

/** Why a run broke off, and all it takes to go on: the objective threw or gave no number. */
export class ObjectiveError extends Error {
  override readonly name = 'ObjectiveError';

  /**
   * @param cause what the objective threw.
   * @param state for `strategyFrom`: it asks for the same candidates again.
   * @param history up to the generation before.
   */
  constructor(
    override readonly cause: unknown,
    readonly state: StrategyState,
    readonly history: History,
  ) {
    const text = cause instanceof Error ? cause.message : String(cause);
    const [line] = text.split('\n');
    super(
      `the objective failed in generation ${state.generation + 1}, the state is saved: ${line}`,
    );
  }
}
