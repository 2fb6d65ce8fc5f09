import type { TrainingSummary } from '@sig/edge';
import type { EpochReport } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';
import type { LayerRow } from '../model/layer-rows.js';
import type { ModelCost } from '../model/model-cost.js';
import type { JudgedImages } from './judged-images.js';

/** All that a report tells; what is missing leaves its part out. */
export interface ReportFacts {
  readonly model: string;
  readonly data: string;
  readonly classes: readonly string[];
  readonly recipe: FeatureRecipe;
  readonly layers: readonly LayerRow[];
  readonly cost: ModelCost;
  /** Of the model file. */
  readonly bytes: number;
  /** Figures of this machine, each with its name. */
  readonly measured: readonly (readonly [name: string, value: string])[];
  readonly judged?: JudgedImages;
  /** Images of each class, by part. */
  readonly balance: readonly { readonly part: string; readonly counts: readonly number[] }[];
  readonly training?: TrainingSummary;
  readonly history?: readonly EpochReport[];
  /** The epoch whose weights the model has. */
  readonly epoch?: number;
}
