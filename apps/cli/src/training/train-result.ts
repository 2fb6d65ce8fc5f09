import type { EpochReport, FitResult } from '@sig/heads';
import type { SkippedFile } from '@sig/image-paths/node';
import type { TimedEvaluation } from '../model/evaluate-images.js';
import type { ModelCost } from '../model/model-cost.js';
import { evaluationReport } from '../output/evaluation-report.js';
import {
  formatBytes,
  formatCount,
  formatMacs,
  formatPercent,
  formatSeconds,
} from '../output/format.js';
import { formatFiles } from '../output/skipped-files.js';
import { renderTable } from '../output/table.js';

/** What `sig train --json` prints. */
export interface TrainResult extends ModelCost {
  readonly model: string;
  /** Absent where none was asked for. */
  readonly report?: string;
  readonly data: string;
  readonly classes: readonly string[];
  /** Of the model file. */
  readonly bytes: number;
  readonly images: { readonly train: number; readonly test: number };
  /** Of each training image. */
  readonly copies: number;
  /** Images of each class, in the order of the classes. */
  readonly classCounts: readonly number[];
  /** How many images are the same, and where. */
  readonly duplicates: { readonly trainAndTest: number; readonly acrossClasses: number };
  /** Files that could not be read. */
  readonly skipped: number;
  readonly skippedFiles: readonly SkippedFile[];
  /** The epoch, from 1, whose weights the model has. */
  readonly epoch: number;
  readonly epochs: number;
  readonly ended: FitResult['ended'];
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss?: number;
  readonly validationAccuracy?: number;
  /** Absent where there are no test images or the training was interrupted. */
  readonly test?: TimedEvaluation;
  readonly history: readonly EpochReport[];
  readonly threads: number;
  readonly seed: number;
  /** Median over the epochs. */
  readonly imagesPerSecond: number;
  readonly seconds: { readonly read: number; readonly train: number; readonly total: number };
  /** The most memory that the process held at a time. */
  readonly peakMemoryBytes: number;
}

/** The result in words. */
export function trainReport(result: TrainResult): string {
  const { test, classes, seconds, validationAccuracy } = result;
  const copied =
    result.copies === 0
      ? ''
      : `, with ${result.copies} cop${result.copies === 1 ? 'y' : 'ies'} of each`;
  const table = renderTable(
    [
      ['model', `${result.model}, ${formatBytes(result.bytes)}`],
      ...(result.report === undefined ? [] : [['report', result.report]]),
      ['parameters', formatCount(result.params)],
      [
        'multiply-adds',
        `${formatMacs(result.macs)} (features ${formatMacs(result.featureMacs)}, head ${formatMacs(result.headMacs)})`,
      ],
      [
        'trained on',
        `${formatCount(result.images.train)} images of ${classes.length} classes${copied}`,
      ],
      ...(result.skipped === 0 ? [] : [['skipped', formatFiles(result.skipped)]]),
      ['weights of', `epoch ${result.epoch} of ${result.epochs}`],
      ...(validationAccuracy === undefined
        ? []
        : [['validation accuracy', formatPercent(validationAccuracy)]]),
      ['training speed', `${formatCount(result.imagesPerSecond)} images/s`],
      [
        'time',
        `${formatSeconds(seconds.total)} (reading ${formatSeconds(seconds.read)}, training ${formatSeconds(seconds.train)})`,
      ],
      ['peak memory', formatBytes(result.peakMemoryBytes)],
    ],
    { leftColumns: 2, header: false },
  );
  if (test === undefined) return table;
  return `${table}\n\non the ${formatCount(test.count)} test images:\n\n${evaluationReport(test, classes)}`;
}
