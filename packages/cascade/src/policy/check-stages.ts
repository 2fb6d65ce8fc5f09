import type { Policy } from './policy.js';

/** Throws a RangeError unless stages are those of a policy, by number and classes. */
export function checkStages(
  policy: Policy,
  stages: readonly { readonly name: string; readonly classes: readonly string[] }[],
): void {
  if (stages.length !== policy.stages.length) {
    throw new RangeError(`the policy has ${policy.stages.length} stages, got ${stages.length}`);
  }
  for (const { name, classes } of stages) {
    const { length } = policy.classes;
    const same =
      classes.length === length && classes.every((one, at) => one === policy.classes[at]);
    if (same) continue;
    throw new RangeError(
      `stage ${name} must have the policy's ${length} classes in their order, got ${classes.length}: ${classes.slice(0, 3).join(', ')}`,
    );
  }
}
