import type { KernelFunction } from '../../kernel-module.js';
import type { MemoryViews } from '../../memory.js';

// Below this, 1 - p is 0 for every purpose of the focal loss, and still has a logarithm.
const TINY = 1e-30;

/** Probabilities, losses and their gradients; see the kernel's builder for the arguments. */
export function softmaxLoss(memory: MemoryViews): KernelFunction {
  return (
    _workspace,
    logits,
    labels,
    otherLabels,
    otherShares,
    targets,
    classWeights,
    probabilities,
    gradient,
    loss,
    count,
    classes,
    gamma,
    smoothing,
    scale,
  ) => {
    const { reals, int32, realShift } = memory;
    const share = smoothing / classes;
    // The target less the one-hot vector of the label.
    const spread = new Float64Array(classes);
    let total = 0;
    for (let sample = 0; sample < count; sample++) {
      const row = (pointer: number) =>
        reals.subarray(pointer >>> realShift).subarray(sample * classes, (sample + 1) * classes);
      const [z, p, g, told] = [logits, probabilities, gradient, targets].map(row);
      let peak = -Infinity;
      for (const value of z) peak = Math.max(peak, value);
      let sum = 0;
      for (const value of z) sum += Math.exp(value - peak);
      const normal = peak + Math.log(sum);
      for (let j = 0; j < classes; j++) p[j] = Math.exp(z[j] - normal);
      if (!labels) continue;
      const other = otherLabels ? reals[(otherShares >>> realShift) + sample] : 0;
      // A mixed sample pays for its own label and then for the other one.
      for (const [turn, from] of (otherLabels ? [labels, otherLabels] : [labels]).entries()) {
        const own = int32[(from >>> 2) + sample];
        const part = turn === 0 ? 1 - other : other;
        const weight = part * (classWeights ? reals[(classWeights >>> realShift) + own] : 1);
        let target = 0;
        let others = 0;
        for (let j = 0; j < classes; j++) {
          const hit = Number(j === own);
          const q = (1 - smoothing) * (targets ? told[j] : hit) + share;
          target += q * (z[j] - normal);
          spread[j] = q - hit;
          if (!hit) others += p[j];
        }
        const base = Math.max(others, TINY);
        const focus = base ** gamma;
        const slope = ((gamma * focus) / base) * p[own] * target;
        total -= weight * focus * target;
        if (!gradient) continue;
        for (let j = 0; j < classes; j++) {
          const pull = j === own ? others : -p[j];
          const slant = -scale * weight * (focus * (pull + spread[j]) - slope * pull);
          g[j] = turn === 0 ? slant : g[j] + slant;
        }
      }
    }
    if (labels) reals[loss >>> realShift] += total;
  };
}
