import type {
  CostMeasure,
  ExitReport,
  ExitRule,
  FrontPoint,
  StageCost,
  StageScores,
  Threshold,
} from '@sig/cascade';
import type { StageExperiment, TrainedStage } from '../experiments/stage.js';
import type { Table } from './table.js';

/** A stage, from the cheapest to the dearest. */
export interface CascadeRow {
  readonly name: string;
  readonly recipe: StageExperiment;
}

/** A table of what thresholds of a cascade come to, chosen on images that no stage was trained on. */
export interface CascadeTable
  extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds' | 'quickEpochs'> {
  readonly kind: 'cascade';
  readonly rows: readonly CascadeRow[];
}

/** One stage by itself. */
export interface StageFigures {
  readonly name: string;
  readonly recipe: StageExperiment;
  /** Left out where it was trained elsewhere. */
  readonly epoch?: number;
  /** Counted. */
  readonly cost: Omit<StageCost, 'milliseconds'>;
  /** Of its training, and of an image; all that differs from run to run. */
  readonly times: Partial<TrainedStage['times']> & {
    readonly milliseconds: number;
    /** Milliseconds that making an image of its size takes. */
    readonly resizing: number;
  };
  readonly temperature: number;
  /** Shares of the stages up to it in its answer, where answers are mixed. */
  readonly mix: readonly number[];
  readonly heldOutAccuracy: number;
  readonly testAccuracy: number;
}

/** What an exit rule comes to on the held-out images. */
export interface RuleFigures {
  readonly rule: ExitRule;
  /** Whether answers are mixed with those of earlier stages. */
  readonly mixed: boolean;
  /** Within each of the budgets of multiply-adds, the largest first. */
  readonly heldOutAccuracy: readonly number[];
}

/** What was asked for, and thresholds within it. */
export interface OperatingPoint {
  readonly name: string;
  readonly measure: CostMeasure;
  /** What an image may cost on average; left out where an accuracy was asked for. */
  readonly budget?: number;
  /** Chosen on the held-out images; left out where no thresholds are that cheap, or that accurate. */
  readonly chosen?: {
    readonly rule: ExitRule;
    /** Whether answers are mixed with those of earlier stages. */
    readonly mixed: boolean;
    readonly thresholds: readonly Threshold[];
    readonly heldOut: PointFigures;
    readonly test: PointFigures;
  };
  /** What an image costs at least, where no thresholds are cheap enough. */
  readonly cheapest?: number;
}

export interface PointFigures {
  readonly accuracy: number;
  /** Less the accuracy of the best stage alone. */
  readonly gain: number;
  readonly macs: number;
  readonly times: { readonly milliseconds: number };
  /** How many times as much the best stage alone costs, in the measure of the point. */
  readonly saving: number;
  readonly exits: readonly ExitReport[];
  readonly calibrationError: number;
}

export interface CascadeTableResult
  extends Pick<CascadeTable, 'name' | 'title' | 'about' | 'judged'> {
  readonly quick: boolean;
  /** Images that thresholds were chosen on, and that they were judged on. */
  readonly images: { readonly heldOut: number; readonly test: number };
  readonly stages: readonly StageFigures[];
  /** What the drawings show: the most accurate within the largest budget of multiply-adds. */
  readonly rule: ExitRule;
  readonly mixed: boolean;
  readonly rules: readonly RuleFigures[];
  /** By multiply-adds. */
  readonly points: readonly OperatingPoint[];
  /** By milliseconds, which differ from run to run, and what is chosen by them. */
  readonly times: { readonly points: readonly OperatingPoint[] };
  /** All stages asked about every image and mixed. */
  readonly together: {
    readonly heldOutAccuracy: number;
    readonly testAccuracy: number;
    readonly macs: number;
  };
}

/** What drawings are made from. */
export interface CascadeFindings {
  readonly result: CascadeTableResult;
  readonly heldOut: readonly StageScores[];
  readonly test: readonly StageScores[];
  readonly front: readonly FrontPoint[];
}
