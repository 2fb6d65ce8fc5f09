/** Throws a RangeError unless there are, for each stage, shares of the stages up to it that sum to 1. */
export function checkMixes(mixes: readonly (readonly number[])[], stages: number): void {
  if (mixes.length !== stages) {
    throw new RangeError(`mixes must be ${stages}, one for each stage, got ${mixes.length}`);
  }
  for (const [stage, mix] of mixes.entries()) checkMix(mix, stage);
}

/** Throws a RangeError unless a mix has shares of the stages up to one that sum to 1. */
export function checkMix(mix: readonly number[], stage: number): void {
  const total = mix.reduce((sum, share) => sum + share, 0);
  const right = mix.every((share) => share >= 0) && Math.abs(total - 1) < 1e-6;
  if (mix.length === stage + 1 && right) return;
  throw new RangeError(
    `the mix of stage ${stage} must be ${stage + 1} shares from 0 up that sum to 1, got ${mix.join(', ')}`,
  );
}
