import { requireOpenShare } from '../arguments/require-share.js';
import type { Policy } from '../policy/policy.js';
import { chiSquaredTail } from './chi-squared-tail.js';

export interface DriftOptions {
  /** Below this p-value exits are said to have drifted (0.001). */
  readonly level?: number;
}

/** Whether live images leave where the fitted ones left. */
export interface Drift {
  /** Of the hypothesis that both leave with the same shares; 1 where there are too few images to tell. */
  readonly pValue: number;
  readonly drifted: boolean;
  /** Shares of the images that left at each stage. */
  readonly fitted: readonly number[];
  readonly live: readonly number[];
  /** One line, where they drifted. */
  readonly warning?: string;
}

/** Fewer are expected in a cell: the statistic is not χ² (Cochran 1954). */
const LEAST_EXPECTED = 5;

/**
 * Holds live exits against those of the images that a policy was fitted on, by Pearson's χ² test of
 * homogeneity of both rows of counts. Neighbouring stages are put together until 5 images are expected in
 * each cell, as the test needs it.
 *
 * @param counts live images that left at each stage, such as sums of `runCascade(…).counts`.
 * @throws RangeError when there is not one count a stage.
 *
 * @example
 * const { warning } = driftOf(policy, counts);
 * if (warning) console.warn(warning);
 */
export function driftOf(
  policy: Policy,
  counts: readonly number[],
  { level = 0.001 }: DriftOptions = {},
): Drift {
  requireOpenShare('level', level);
  const { exits, images } = policy.fitted;
  if (counts.length !== exits.length || !counts.every((count) => count >= 0 && count < 1e15)) {
    throw new RangeError(`counts must be ${exits.length} numbers from 0 up, got ${counts}`);
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const fitted = exits.map((count) => count / images);
  const live = counts.map((count) => (total === 0 ? 0 : count / total));
  const pairs = joined(exits, counts, images, total);
  const pValue = pairs.length < 2 ? 1 : homogeneity(pairs, images, total);
  const drifted = pValue < level;
  const worst = live.reduce(
    (most, share, at) =>
      Math.abs(share - fitted[at]) > Math.abs(live[most] - fitted[most]) ? at : most,
    0,
  );
  const warning = `${percent(live[worst])} of ${total} images left at stage ${policy.stages[worst].name}, ${percent(fitted[worst])} when it was fitted (χ² test, p = ${pValue.toExponential(1)}): images have changed; fit the thresholds anew`;
  return { pValue, drifted, fitted, live, warning: drifted ? warning : undefined };
}

type Pair = readonly [fitted: number, live: number];

/** Counts of neighbouring stages put together until enough are expected in both rows. */
function joined(
  exits: readonly number[],
  counts: readonly number[],
  images: number,
  total: number,
): Pair[] {
  const least = (LEAST_EXPECTED * (images + total)) / Math.min(images, total);
  const pairs: Pair[] = [];
  let [a, b] = [0, 0];
  for (const [stage, count] of exits.entries()) {
    a += count;
    b += counts[stage];
    if (a + b < least) continue;
    pairs.push([a, b]);
    [a, b] = [0, 0];
  }
  const last = pairs.pop();
  if (last !== undefined) pairs.push([last[0] + a, last[1] + b]);
  return pairs;
}

function homogeneity(pairs: readonly Pair[], images: number, total: number): number {
  let statistic = 0;
  for (const [a, b] of pairs) {
    const share = (a + b) / (images + total);
    statistic += (a - share * images) ** 2 / (share * images);
    statistic += (b - share * total) ** 2 / (share * total);
  }
  return chiSquaredTail(statistic, pairs.length - 1);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
