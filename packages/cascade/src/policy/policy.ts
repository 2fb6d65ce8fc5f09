import type { StageCost } from '../cost/stage-cost.js';
import type { ExitRule } from '../rules/exit-rule.js';
import type { Threshold } from './threshold.js';

/** How a graph takes pixels, each channel being 0 to 1: less the mean, divided by the deviation. */
export interface PixelScale {
  readonly mean?: readonly number[];
  readonly deviation?: readonly number[];
}

/** One stage of a policy. */
export interface PolicyStage {
  readonly name: string;
  /** The file of its model, beside that of the policy. */
  readonly model?: string;
  /** Pixels along a side of the images that it takes. */
  readonly resolution?: number;
  readonly cost: StageCost;
  /** What the logits of its answer are divided by before its confidence is taken; 1 leaves them. */
  readonly temperature: number;
  /**
   * The shares that the stages up to this one have in its answer (`mixProbabilities`), its own the last; left
   * out where it has all of it.
   */
  readonly mix?: readonly number[];
  /** How sure it must be to answer; the last stage abstains where it is less sure, and never at 0. */
  readonly threshold: Threshold;
  /** Of an ONNX file, which does not hold it; left out where pixels are taken as they are. */
  readonly pixels?: PixelScale;
}

/** What a policy came to on the images that it was fitted on. */
export interface FittedFigures {
  readonly images: number;
  /** Images that each stage answered, the last one with those it abstained from. */
  readonly exits: readonly number[];
  readonly accuracy: number;
  /** Multiply-adds of an image, on average. */
  readonly macs: number;
}

/** What was promised by `controlRisk`: the risk is at most so much, with so much confidence. */
export interface PolicyPromise {
  readonly loss: 'error' | 'against-last';
  readonly risk: number;
  readonly confidence: number;
  /** Images that it was tested on. */
  readonly images: number;
}

/** When an image is answered by which stage, as plain JSON. */
export interface Policy {
  readonly format: 'sig-cascade';
  readonly version: 1;
  readonly rule: ExitRule;
  /** Names of the classes, in the order of all stages' probabilities. */
  readonly classes: readonly string[];
  readonly stages: readonly PolicyStage[];
  readonly fitted: FittedFigures;
  readonly promise?: PolicyPromise;
}
