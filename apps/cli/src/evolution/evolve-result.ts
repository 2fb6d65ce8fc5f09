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

/** What an evolution came to. */
export interface EvolutionOutcome
  extends Pick<EvolveCommandOptions, 'strategy' | 'mode' | 'unit' | 'layers' | 'judge'> {
  readonly fitness: { readonly kind: string; readonly before: number; readonly after: number };
  readonly evaluations: number;
  readonly reason: EvolveResult['reason'];
  readonly reports: readonly UnitReport[];
}

/** What `sig evolve --json` prints; nothing of an evolution where filters are to be random. */
export interface EvolveCommandResult extends ModelCost, Partial<EvolutionOutcome> {
  readonly model: string;
  readonly data: string;
  readonly classes: readonly string[];
  /** Of the file, and of it without the references. */
  readonly bytes: number;
  readonly bytesWithoutReferences: number;
  /** In the file, and the numbers that each of them has. */
  readonly references: number;
  readonly width: number;
  /** Whether images are references with their shifts too. */
  readonly shifts: boolean;
  readonly discriminants?: EvolveCommandOptions['discriminants'];
  readonly images: { readonly train: number; readonly test: number };
  readonly skipped: number;
  /** Of the engine, and of one whose filters are those of the beginning; absent without test images. */
  readonly test?: TimedEvaluation;
  readonly start?: { readonly accuracy: number; readonly interval: ConfidenceInterval };
  readonly threads: number;
  readonly seed: number;
  readonly seconds: { readonly read: number; readonly evolve: number; readonly total: number };
  readonly peakMemoryBytes: number;
}

/** What an evolution came to, in figures. */
export function evolutionOutcome(
  { before, after, reason, state: { reports } }: EvolveResult,
  { strategy, mode, unit, layers, judge, fitness }: EvolveCommandOptions,
): EvolutionOutcome {
  const evaluations = reports.reduce((sum, report) => sum + report.evaluations, 0);
  return {
    ...{ strategy, mode, unit, layers, judge },
    fitness: { kind: fitness, before, after },
    ...{ evaluations, reason, reports },
  };
}

/** The result in words. */
export function evolveReport(result: EvolveCommandResult): string {
  const { images, seconds, test, start, judge } = result;
  const share = (accuracy: number, { low, high }: ConfidenceInterval): string =>
    `${formatPercent(accuracy)} (${(100 * low).toFixed(2)} – ${formatPercent(high)})`;
  const seen = judge === 'as-published' ? '; the fitness has seen these images' : '';
  const rows = [
    [
      'engine',
      `${result.model}, ${formatBytes(result.bytes)}, ${formatBytes(result.bytesWithoutReferences)} without references`,
    ],
    ['references', referencesLine(result)],
    ['parameters', formatCount(result.params)],
    ['multiply-adds', formatMacs(result.macs)],
    ...evolutionRows(result),
    ...(start ? [['first filters', share(start.accuracy, start.interval)]] : []),
    ...(test
      ? [
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

function referencesLine(result: EvolveCommandResult): string {
  const { references, width, shifts, discriminants, images } = result;
  return [
    `${formatCount(references)} of ${formatCount(images.train)} images`,
    ...(shifts ? ['shifted by a pixel too'] : []),
    discriminants
      ? `${formatCount(width)} discriminants of ${formatCount(discriminants.subclasses)} subclasses a class`
      : `${formatCount(width)} numbers each`,
  ].join(', ');
}

function evolutionRows(result: EvolveCommandResult): string[][] {
  const { fitness, reports, unit, evaluations = 0 } = result;
  if (!fitness || !reports) return [['filters', 'random, not evolved']];
  const better = reports.filter(({ before, after }) => after < before).length;
  return [
    [
      'evolved',
      `${formatCount(reports.length)} ${unit}s, ${formatCount(better)} for the better, ${formatCount(evaluations)} evaluations`,
    ],
    ['fitness', `${fitness.before.toFixed(5)} → ${fitness.after.toFixed(5)}`],
  ];
}
