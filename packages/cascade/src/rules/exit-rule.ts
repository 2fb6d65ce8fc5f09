/**
 * What makes a stage sure of an answer, as a confidence from 0 to 1 that a threshold is held against:
 *
 * - `max-softmax`: the highest probability (the report's rule);
 * - `margin`: the highest less the second highest;
 * - `entropy`: 1 − H / log(classes), 1 where one class has all and 0 where all are alike;
 * - `agreement`: the highest probability where the stage names the class that the one before it named,
 *   else 0. The first stage has none before it, and answers by its highest probability.
 */
export type ExitRule = (typeof EXIT_RULES)[number];

export const EXIT_RULES = ['max-softmax', 'margin', 'entropy', 'agreement'] as const;

/** Throws a RangeError unless a rule is known. */
export function checkExitRule(rule: unknown): asserts rule is ExitRule {
  if (EXIT_RULES.some((known) => known === rule)) return;
  throw new RangeError(`rule must be one of ${EXIT_RULES.join(', ')}, got ${JSON.stringify(rule)}`);
}
