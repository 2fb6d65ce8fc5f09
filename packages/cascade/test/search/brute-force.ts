import type { StageScores } from '../../src/index.js';

/** Right answers and costs of every combination of thresholds, one image after the other. */
export function everyPolicy(scores: readonly StageScores[]): { accuracy: number; cost: number }[] {
  const count = scores[0].correct.length;
  const found: { accuracy: number; cost: number }[] = [];
  const visit = (bounds: number[]): void => {
    if (bounds.length < scores.length - 1) {
      const levels = new Set([Number.POSITIVE_INFINITY, ...scores[bounds.length].confidence]);
      for (const level of levels) visit([...bounds, level]);
      return;
    }
    let correct = 0;
    let cost = 0;
    for (let image = 0; image < count; image++) {
      for (const [stage, score] of scores.entries()) {
        cost += score.cost.macs;
        if (stage < bounds.length && score.confidence[image] < bounds[stage]) continue;
        correct += score.correct[image];
        break;
      }
    }
    found.push({ accuracy: correct / count, cost: cost / count });
  };
  visit([]);
  return found;
}

/** Those that no other is at least as good as in both, each pair once, from the cheapest on. */
export function undominated(
  policies: readonly { accuracy: number; cost: number }[],
): { accuracy: number; cost: number }[] {
  const sorted = [...policies].sort((a, b) => a.cost - b.cost || b.accuracy - a.accuracy);
  let highest = -1;
  return sorted.filter(({ accuracy }) => {
    if (accuracy <= highest) return false;
    highest = accuracy;
    return true;
  });
}
