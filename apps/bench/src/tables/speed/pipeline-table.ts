import type { FeatureChoice } from '../../experiments/experiment.js';
import type { HeadChoice } from '../../experiments/heads.js';
import type { Table } from '../table.js';

export interface PipelineRow {
  readonly name: string;
  readonly features: FeatureChoice;
  readonly head: HeadChoice;
}

/** How much of a training is measured. */
export interface PipelineAmount {
  /** Images that are decoded. */
  readonly images: number;
  /** Steps, of which the first three warm up. */
  readonly steps: number;
}

/** A table of where the time of a training goes. */
export interface PipelineTable
  extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'pipeline';
  readonly set: string;
  readonly augment: string;
  readonly batch: number;
  /** Of the training that shares are given for. */
  readonly epochs: number;
  readonly threads: readonly number[];
  readonly amount: PipelineAmount;
  /** Of a quick run. */
  readonly quickAmount: PipelineAmount;
  readonly rows: readonly PipelineRow[];
}

/** Microseconds an image of what is done in every epoch, medians over batches. */
export interface StepFigures {
  /** Bytes to augmented bytes, on the calling thread. */
  readonly augment: number;
  /** Bytes to features, on all threads. */
  readonly features: number;
  /** The layers forward and backward and the optimiser, on all threads. */
  readonly step: number;
}

export interface PipelineFigures extends StepFigures {
  readonly threads: number;
}

export interface PipelineTableResult
  extends Pick<
    PipelineTable,
    'kind' | 'name' | 'title' | 'about' | 'judged' | 'set' | 'epochs' | 'rows'
  > {
  readonly quick: boolean;
  readonly images: number;
  /** The one part that differs from run to run. */
  readonly times: {
    /** Microseconds an image, once a training, on all of Node's threads. */
    readonly decode: number;
    /** For each row. */
    readonly rows: readonly (readonly PipelineFigures[])[];
  };
}
