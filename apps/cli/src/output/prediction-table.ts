import { formatPercent } from './format.js';
import { probabilityBar } from './probability-bar.js';
import { renderTable } from './table.js';

export interface Prediction {
  readonly file: string;
  readonly label: string;
  /** Of the label. */
  readonly probability: number;
  /** Of every label, in the model's order. */
  readonly probabilities: readonly number[];
}

/** File, label, probability and a bar of it, a line each. */
export function predictionTable(predictions: readonly Prediction[]): string {
  return renderTable(
    predictions.map(({ file, label, probability }) => [
      file,
      label,
      formatPercent(probability, 1).padStart(7),
      probabilityBar(probability),
    ]),
    { leftColumns: 4, header: false },
  );
}
