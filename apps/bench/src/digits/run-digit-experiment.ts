import type { BatchReport } from '@sig/heads';
import type { ReadDigits } from './digit-counts.js';
import type { DigitExperiment, DigitResult } from './digit-experiment.js';
import { runNearest } from './run-nearest.js';
import { runNetwork } from './run-network.js';

export interface RunDigitsOptions {
  /** Where trainings and evolutions are kept, to go on with. */
  readonly folder: string;
  readonly onBatch?: (report: BatchReport) => void;
  /** A line that says how far an evolution has come. */
  readonly onNote?: (line: string) => void;
}

/** Makes an engine of training digits and judges it once. */
export async function runDigitExperiment(
  experiment: DigitExperiment,
  readDigits: ReadDigits,
  options: RunDigitsOptions,
): Promise<DigitResult> {
  const parts = await readDigits(experiment.digits);
  return experiment.kind === 'network'
    ? runNetwork(experiment, parts, options)
    : runNearest(experiment, parts, readDigits, options);
}
