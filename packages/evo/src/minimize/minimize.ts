import { requireMinimize } from '../arguments/require-minimize.js';
import type { Strategy } from '../strategy/strategy.js';
import { createRun } from './create-run.js';
import type { GenerationReport, MinimizeOptions, MinimizeResult } from './minimize-options.js';
import type { AsyncBatchObjective, AsyncObjective } from './objective.js';

/** Milliseconds after which others get their turn, such as the one who aborts. */
const TURN = 50;

/**
 * Asks and tells until the strategy stops or a budget is used up. The objective may return its value
 * or a promise of it, for one candidate or (`batched: true`) for a whole generation; the latter is
 * where a thread pool comes in.
 *
 * The run goes on where the strategy is: one from `strategyFrom` ends as if it had never stopped.
 *
 * @throws ObjectiveError when the objective throws or gives NaN; its `state` goes on from there.
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createCmaEs({ start: new Float64Array(20), sigma: 0.3 });
 * const result = await minimize(objective, strategy, { evaluations: 10_000, target: 1e-6 });
 * result.reason; // such as 'target'
 */
export function minimize(
  objective: AsyncBatchObjective,
  strategy: Strategy,
  options: MinimizeOptions & { batched: true },
): Promise<MinimizeResult>;
export function minimize(
  objective: AsyncObjective,
  strategy: Strategy,
  options?: MinimizeOptions & { batched?: false },
): Promise<MinimizeResult>;
export async function minimize(
  objective: AsyncObjective | AsyncBatchObjective,
  strategy: Strategy,
  options: MinimizeOptions = {},
): Promise<MinimizeResult> {
  requireMinimize(objective, strategy, options);
  const run = createRun(strategy, options);
  const evaluate = (
    options.batched
      ? objective
      : (candidates: Float64Array[]) => all(candidates, objective as AsyncObjective)
  ) as AsyncBatchObjective;
  const generation = async (): Promise<GenerationReport> => {
    try {
      return run.tell(await evaluate(strategy.ask()));
    } catch (cause) {
      throw run.failure(cause);
    }
  };
  let turn = performance.now();
  for (;;) {
    const reason = run.reason();
    if (reason) return run.result(reason);
    const report = await generation();
    if ((await options.onGeneration?.(report, strategy)) === false) return run.result('callback');
    if (performance.now() - turn < TURN) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    turn = performance.now();
  }
}

/** Waits for all, even where one fails, so that none is still at work when the run has ended. */
async function all(candidates: Float64Array[], objective: AsyncObjective): Promise<number[]> {
  const settled = await Promise.allSettled(candidates.map(async (x) => objective(x)));
  return settled.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
}
