import { requireInteger } from '../arguments/require-integer.js';
import { requireOpenShare } from '../arguments/require-share.js';
import type { CostMeasure } from '../cost/stage-cost.js';
import { assignExits } from '../policy/assign-exits.js';
import { countExits } from '../policy/count-exits.js';
import type { PolicyPromise } from '../policy/policy.js';
import type { Threshold } from '../policy/threshold.js';
import { findFront } from '../search/find-front.js';
import type { FrontPoint } from '../search/front-point.js';
import type { StageScores } from '../search/score-stages.js';
import { thresholdsForShares } from '../search/thresholds-for-shares.js';
import { hoeffdingBentkus } from './hoeffding-bentkus.js';

export interface ControlRiskOptions {
  /** α: the risk that is not to be exceeded. */
  readonly risk: number;
  /** 1 − δ: how sure that is to be (0.9). */
  readonly confidence?: number;
  /**
   * What counts as a loss: a wrong answer (`error`), or a wrong answer where the last stage is right
   * (`against-last`, the default): then the cascade is at most α less accurate than its last stage.
   */
  readonly loss?: PolicyPromise['loss'];
  /** Points of the front that are tested, evenly spread by their risk (50). */
  readonly candidates?: number;
  /** What is to be kept low (`macs`). */
  readonly measure?: CostMeasure;
}

/** Thresholds whose risk is promised. */
export interface ControlledRisk {
  readonly thresholds: readonly Threshold[];
  readonly promise: PolicyPromise;
  /** The mean loss on the images that it was tested on. */
  readonly found: number;
  /** Of the hypothesis that its risk is above α. */
  readonly pValue: number;
  /** Candidates tested. */
  readonly tested: number;
}

/**
 * The cheapest thresholds that a test still allows to promise: their risk is at most α with confidence
 * 1 − δ, whatever the images are like, as long as those to come are like those it was tested on
 * (Angelopoulos et al. 2021, "Learn then test: calibrating predictive algorithms to achieve risk control").
 *
 * Candidates are the Pareto front of this risk against cost on the first images, and on the way to its
 * safest point those that answer less and less early. On the second images they are tested one after the
 * other from the safest on, where the last stage answers all, each at level δ, up to the first that fails
 * (fixed-sequence testing), by the Hoeffding–Bentkus p-value.
 *
 * @param fitted scores of images that candidates are chosen on.
 * @param heldOut scores of other images, by the same rule and temperatures, that candidates are tested on: a
 * promise from the same ones would be none.
 * @throws RangeError when nothing can be promised; it names what was found.
 *
 * @example
 * const { thresholds, promise } = controlRisk(fitted, heldOut, { risk: 0.01, confidence: 0.95 });
 */
export function controlRisk(
  fitted: readonly StageScores[],
  heldOut: readonly StageScores[],
  options: ControlRiskOptions,
): ControlledRisk {
  const { risk, confidence = 0.9, loss = 'against-last', candidates = 50, measure } = options;
  requireOpenShare('risk', risk);
  requireOpenShare('confidence', confidence);
  requireInteger('candidates', candidates, 1);
  if (loss !== 'error' && loss !== 'against-last') {
    throw new RangeError(`loss must be error or against-last, got ${JSON.stringify(loss)}`);
  }
  if (fitted.length !== heldOut.length) {
    throw new RangeError(
      `held-out scores must be of the ${fitted.length} stages, got ${heldOut.length}`,
    );
  }
  const front = findFront(loss === 'error' ? fitted : withoutLastErrors(fitted), { measure });
  const images = heldOut[0].correct.length;
  let kept: ControlledRisk | undefined;
  let tested = 0;
  const sequence = [...approach(fitted, front), ...sequenceOf(front, candidates)];
  for (const thresholds of sequence) {
    const found = riskOf(heldOut, thresholds, loss);
    const pValue = hoeffdingBentkus(found, images, risk);
    tested++;
    if (pValue <= 1 - confidence) {
      kept = { thresholds, promise: { loss, risk, confidence, images }, found, pValue, tested };
    } else if (kept === undefined) {
      throw new RangeError(
        `no policy can be promised a risk of at most ${risk} with confidence ${confidence} on ${images} images; the safest lost ${Number(found.toPrecision(4))} of them (p = ${pValue.toPrecision(3)}); give more images, a higher risk or less confidence`,
      );
    } else break;
  }
  if (kept === undefined) throw new RangeError('a cascade needs at least one stage, got none');
  return { ...kept, tested };
}

/** Scores in which no stage is wrong where the last one is: what is left are losses against it. */
function withoutLastErrors(scores: readonly StageScores[]): StageScores[] {
  const last = scores[scores.length - 1].correct;
  return scores.map((stage) => ({
    ...stage,
    correct: stage.correct.map((right, image) => right | (1 - last[image])),
  }));
}

/**
 * The mean loss of thresholds on images: what came of a promise.
 *
 * @example
 * riskOf(testScores, thresholds, 'against-last'); // at most α, if the promise held
 */
export function riskOf(
  scores: readonly StageScores[],
  thresholds: readonly Threshold[],
  loss: PolicyPromise['loss'],
): number {
  const last = scores[scores.length - 1].correct;
  let losses = 0;
  assignExits(scores, thresholds).forEach((stage, image) => {
    if (scores[stage].correct[image] === 1) return;
    if (loss === 'error' || last[image] === 1) losses++;
  });
  return losses / last.length;
}

/** Steps from where the last stage answers all to where the front begins. */
const APPROACH = 10;

/** Thresholds that answer more and more of what the safest point of a front answers early. */
function approach(scores: readonly StageScores[], front: readonly FrontPoint[]): Threshold[][] {
  const count = scores[0].correct.length;
  const { thresholds } = front[front.length - 1];
  const early = countExits(scores, thresholds).slice(0, -1);
  return Array.from({ length: APPROACH }, (_, step) => {
    const shares = early.map((images) => ((images / count) * step) / APPROACH);
    const rest = 1 - shares.reduce((sum, share) => sum + share, 0);
    return thresholdsForShares(scores, [...shares, rest]);
  });
}

/** From the lowest risk on, evenly spread by it on the images that they were found on. */
function sequenceOf(front: readonly FrontPoint[], most: number): (readonly Threshold[])[] {
  const sorted = [...front].reverse();
  const highest = sorted[0].accuracy;
  const range = highest - sorted[sorted.length - 1].accuracy;
  let next = 0;
  const spread = sorted.filter(({ accuracy }) => {
    if (highest - accuracy < (next * range) / most) return false;
    next = Math.floor(((highest - accuracy) / range) * most) + 1;
    return true;
  });
  return (sorted.length <= most ? sorted : spread).map(({ thresholds }) => thresholds);
}
