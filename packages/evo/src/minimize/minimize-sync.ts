import { requireMinimize } from '../arguments/require-minimize.js';
import type { Strategy } from '../strategy/strategy.js';
import { createRun } from './create-run.js';
import type { MinimizeOptions, MinimizeResult } from './minimize-options.js';
import type { BatchObjective, Objective } from './objective.js';

/**
 * `minimize` without a promise, for objectives that return their values at once.
 *
 * @throws ObjectiveError when the objective throws or gives NaN; its `state` goes on from there.
 * @throws RangeError or TypeError for options out of range, in one line.
 *
 * @example
 * const strategy = createCmaEs({ start: [3, 4], sigma: 1 });
 * minimizeSync(([a, b]) => a * a + b * b, strategy, { evaluations: 1000 }).value; // about 0
 */
export function minimizeSync(
  objective: BatchObjective,
  strategy: Strategy,
  options: MinimizeOptions & { batched: true },
): MinimizeResult;
export function minimizeSync(
  objective: Objective,
  strategy: Strategy,
  options?: MinimizeOptions & { batched?: false },
): MinimizeResult;
export function minimizeSync(
  objective: Objective | BatchObjective,
  strategy: Strategy,
  options: MinimizeOptions = {},
): MinimizeResult {
  requireMinimize(objective, strategy, options);
  const run = createRun(strategy, options);
  const evaluate = (
    options.batched
      ? objective
      : (candidates: Float64Array[]) => candidates.map((x) => (objective as Objective)(x))
  ) as BatchObjective;
  const generation = () => {
    try {
      return run.tell(evaluate(strategy.ask()));
    } catch (cause) {
      throw run.failure(cause);
    }
  };
  for (;;) {
    const reason = run.reason();
    if (reason) return run.result(reason);
    const report = generation();
    if (options.onGeneration?.(report, strategy) === false) return run.result('callback');
  }
}
