import { formatMacs, formatPercent } from './format.js';
import type { Prediction } from './prediction-table.js';
import { probabilityBar } from './probability-bar.js';
import { renderTable } from './table.js';

/** What a cascade said about an image, and what that took. */
export interface CascadePrediction extends Omit<Prediction, 'label'> {
  /** Null where the last stage was not sure enough to answer. */
  readonly label: string | null;
  /** The stage that it left at. */
  readonly stage: string;
  /** Multiply-adds of the stages that it went through. */
  readonly macs: number;
}

/** File, label, probability and a bar of it, stage and multiply-adds, a line each. */
export function cascadePredictionTable(predictions: readonly CascadePrediction[]): string {
  return renderTable(
    predictions.map(({ file, label, probability, stage, macs }) => [
      file,
      label ?? '(not sure)',
      formatPercent(probability, 1).padStart(7),
      probabilityBar(probability, 10),
      stage,
      formatMacs(macs),
    ]),
    { leftColumns: 5, header: false },
  );
}
