import type { Threshold } from '../policy/threshold.js';
import type { StageScores } from './score-stages.js';

/**
 * The places where a stage's threshold may lie on a Pareto front.
 *
 * Images sorted by falling confidence exit from the front of the row. Each that exits makes the cascade
 * cheaper, and none costs accuracy but where the stage is wrong and a later one right: a threshold right
 * before anything else is dominated by the next. So the row falls into segments, each beginning with an
 * image that can be lost, and a cut between two of them is all that has to be looked at.
 */
export interface Cuts {
  /** The segment of each image. */
  readonly segmentOf: Int32Array;
  /** Images by segment: those of segment k are `order[starts[k]]` to `order[starts[k + 1] - 1]`. */
  readonly order: Uint32Array;
  readonly starts: Uint32Array;
  /** How many; a cut k from 0 on lets the first k segments exit. */
  readonly segments: number;
  /** What to hold confidences against at cut k. */
  threshold(cut: number): Threshold;
}

/** The cuts of a stage, given which images some later stage gets right. */
export function cutsOf({ confidence, correct }: StageScores, laterCorrect: Uint8Array): Cuts {
  const order = byFallingConfidence(confidence);
  const count = order.length;
  const segmentOf = new Int32Array(count);
  const starts: number[] = [];
  let from = 0;
  while (from < count) {
    const level = confidence[order[from]];
    let to = from;
    let loses = false;
    // Images of one confidence exit together.
    while (to < count && confidence[order[to]] === level) {
      const image = order[to++];
      if (correct[image] === 0 && laterCorrect[image] === 1) loses = true;
    }
    if (loses || from === 0) starts.push(from);
    for (let at = from; at < to; at++) segmentOf[order[at]] = starts.length - 1;
    from = to;
  }
  const segments = starts.length;
  return {
    segmentOf,
    order,
    starts: Uint32Array.from([...starts, count]),
    segments,
    threshold(cut) {
      if (cut === 0) return 'never';
      // The last one lets all exit, also those to come that are less sure.
      if (cut === segments) return 0;
      return confidence[order[starts[cut] - 1]];
    },
  };
}

/** Images from the surest on, of equals the first. */
export function byFallingConfidence(confidence: Float64Array): Uint32Array {
  return Uint32Array.from(confidence.keys()).sort((a, b) => confidence[b] - confidence[a] || a - b);
}
