/**
 * What an image costs on average: Σ_p cost_p · card(I_p) / card(I_0), where I_p are the images that reach
 * stage p. With x_k, the share that stage k answers, it is Σ_p cost_p · (1 − Σ_{k<p} x_k): equation 2.2 of
 * the report on resolution cascades, whose second form leaves f_0² out of its first term.
 *
 * @param costs of one image in each stage, at the resolution of the stage.
 * @param shares of the images that each stage answers; they sum to 1.
 * @throws RangeError when there is not one share a stage, or they do not sum to 1.
 *
 * @example
 * expectedCost([0.24, 4, 25.56], [0.5, 0.3, 0.2]); // 0.24 + 0.5 · 4 + 0.2 · 25.56 = 7.352
 */
export function expectedCost(costs: readonly number[], shares: readonly number[]): number {
  if (costs.length !== shares.length || costs.length === 0) {
    throw new RangeError(
      `shares must be one for each of the ${costs.length} stages, got ${shares.length}`,
    );
  }
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!(Math.abs(total - 1) < 1e-6)) throw new RangeError(`shares must sum to 1, got ${total}`);
  let reached = 1;
  let sum = 0;
  for (const [stage, cost] of costs.entries()) {
    sum += cost * reached;
    reached -= shares[stage];
  }
  return sum;
}
