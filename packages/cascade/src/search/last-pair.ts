import type { BestByCorrect } from './best-by-correct.js';
import type { Cuts } from './cuts.js';

/** Segments that are judged together before any is looked at. */
const BLOCK = 64;

/**
 * The last stage but one and the last, over a pool of images that shrinks one by one: all cuts of the one
 * at once, in time that grows with its segments and not with the images.
 */
export interface LastPair {
  /** Takes an image, which exited before, out of the pool. */
  remove(image: number): void;
  /**
   * Notes the cost of every cut where it is the lowest for its number of right answers.
   *
   * @param correct right answers of the images that exited before.
   * @param cost of all images, but the last stage's.
   * @param skip leaves out blocks of cuts that are no better than what was found before.
   */
  visit(correct: number, cost: number, earlier: Int32Array, skip: boolean): void;
}

/** Starts with the images of a pool. */
export function createLastPair(
  { segmentOf, segments }: Cuts,
  first: Uint8Array,
  last: Uint8Array,
  lastCost: number,
  pool: Uint8Array,
  best: BestByCorrect,
): LastPair {
  const stages = best.cuts.length / best.cost.length;
  const blocks = Math.ceil(segments / BLOCK);
  // Of the pool's images in each segment: how many, and how many right answers more if they exit.
  const images = new Int32Array(segments);
  const gain = new Int32Array(segments);
  const blockImages = new Int32Array(blocks);
  const blockGain = new Int32Array(blocks);
  // What exiting gains at most up to some place in the block.
  const blockRise = new Int32Array(blocks);
  let left = 0;
  let leftCorrect = 0;

  const move = (image: number, sign: 1 | -1): void => {
    const segment = segmentOf[image];
    const block = (segment / BLOCK) | 0;
    const change = first[image] - last[image];
    images[segment] += sign;
    gain[segment] += sign * change;
    blockImages[block] += sign;
    blockGain[block] += sign * change;
    blockRise[block] = riseOf(gain, block);
    left += sign;
    leftCorrect += sign * last[image];
  };
  for (let image = 0; image < pool.length; image++) if (pool[image] === 1) move(image, 1);

  const note = (correct: number, cost: number, cut: number, earlier: Int32Array): void => {
    best.cost[correct] = cost;
    best.cuts.set(earlier, correct * stages);
    best.cuts[correct * stages + stages - 1] = cut;
  };

  return {
    remove: (image) => move(image, -1),
    visit(correct, cost, earlier, skip) {
      let right = correct + leftCorrect;
      let reached = left;
      const lowest = best.cost;
      for (let block = 0; block < blocks; block++) {
        const cheapest = cost + lastCost * (reached - blockImages[block]);
        if (skip && best.reach[right + blockRise[block]] <= cheapest) {
          right += blockGain[block];
          reached -= blockImages[block];
          continue;
        }
        const end = Math.min(segments, (block + 1) * BLOCK);
        for (let segment = block * BLOCK; segment < end; segment++) {
          const total = cost + lastCost * reached;
          if (total < lowest[right]) note(right, total, segment, earlier);
          right += gain[segment];
          reached -= images[segment];
        }
      }
      const total = cost + lastCost * reached;
      if (total < lowest[right]) note(right, total, segments, earlier);
    },
  };
}

/** The highest of a block's sums of gains from its beginning on, at least 0. */
function riseOf(gain: Int32Array, block: number): number {
  const end = Math.min(gain.length, (block + 1) * BLOCK);
  let sum = 0;
  let highest = 0;
  for (let segment = block * BLOCK; segment < end; segment++) {
    sum += gain[segment];
    if (sum > highest) highest = sum;
  }
  return highest;
}
