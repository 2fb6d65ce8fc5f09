import type { ConfidenceInterval } from '@sig/heads/metrics';
import type { EvolveResult, UnitReport } from '@sig/knn-slice';
import type { TimedEvaluation } from '../model/evaluate-images.js';
import type { ModelCost } from '../model/model-cost.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import {
  formatBytes,
  formatCount,
  formatMacs,
  formatPercent,
  formatSeconds,
} from '../output/format.js';
import { renderTable } from '../output/table.js';

/** What `sig evolve --json` prints. */
export interface EvolveCommandResult extends ModelCost {
  readonly model: string;
  readonly data: string;
  readonly classes: readonly string[];
  /** Of the file, and of it without the references. */
  readonly bytes: number;
  readonly bytesWithoutReferences: number;
  /** In the file. */
  readonly references: number;
  readonly images: { readonly train: number; readonly test: number };
  readonly skipped: number;
  readonly strategy: string;
  readonly mode: string;
  readonly unit: string;
  readonly judge: EvolveCommandOptions['judge'];
  readonly fitness: { readonly kind: string; readonly before: number; readonly after: number };
  readonly evaluations: number;
  readonly reason: EvolveResult['reason'];
  readonly reports: readonly UnitReport[];
  /** Of the engine, and of one whose filters are those of the beginning; absent without test images. */
  readonly test?: TimedEvaluation;
  readonly start?: { readonly accuracy: number; readonly interval: ConfidenceInterval };
  readonly threads: number;
  readonly seed: number;
  readonly seconds: { readonly read: number; readonly evolve: number; readonly total: number };
  readonly peakMemoryBytes: number;
}

/** The result in words. */
export function evolveReport(result: EvolveCommandResult): string {
  const { fitness, images, seconds, test, start, judge, unit, reports } = result;
  const better = reports.filter(({ before, after }) => after < before).length;
  const share = (accuracy: number, { low, high }: ConfidenceInterval): string =>
    `${formatPercent(accuracy)} (${(100 * low).toFixed(2)} – ${formatPercent(high)})`;
  const seen = judge === 'as-published' ? '; the fitness has seen these images' : '';
  const rows = [
    [
      'engine',
      `${result.model}, ${formatBytes(result.bytes)}, ${formatBytes(result.bytesWithoutReferences)} without references`,
    ],
    ['references', `${formatCount(result.references)} of ${formatCount(images.train)} images`],
    ['parameters', formatCount(result.params)],
    ['multiply-adds', formatMacs(result.macs)],
    [
      'evolved',
      `${formatCount(reports.length)} ${unit}s, ${formatCount(better)} for the better, ${formatCount(result.evaluations)} evaluations`,
    ],
    ['fitness', `${fitness.before.toFixed(5)} → ${fitness.after.toFixed(5)}`],
    ...(test && start
      ? [
          ['first filters', share(start.accuracy, start.interval)],
          [
            'accuracy',
            `${share(test.accuracy, test.intervals.accuracy)} on ${formatCount(images.test)} test images${seen}`,
          ],
        ]
      : []),
    ['time', `${formatSeconds(seconds.evolve)} of ${formatSeconds(seconds.total)}`],
  ];
  return renderTable(rows, { leftColumns: 2, header: false });
}
