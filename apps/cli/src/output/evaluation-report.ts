import type { ConfidenceInterval, ConfidenceIntervals, Evaluation } from '@sig/heads/metrics';
import { formatCount, formatLevel, formatPercent } from './format.js';
import { renderTable } from './table.js';

/** With more classes a confusion matrix fits no terminal. */
const WIDEST_MATRIX = 20;

/** An evaluation and how far its figures can be trusted. */
export interface JudgedEvaluation extends Evaluation {
  readonly intervals: ConfidenceIntervals;
}

/**
 * Accuracy, F1, average precision and AUC with their intervals; the confusion matrix; and the figures
 * of each class.
 */
export function evaluationReport(evaluation: JudgedEvaluation, classes: readonly string[]): string {
  const { positive, intervals } = evaluation;
  const of = positive === undefined ? 'all classes, mean' : `${positive}`;
  const share = ({ low, high }: ConfidenceInterval) =>
    `${(100 * low).toFixed(2)} – ${formatPercent(high)}`;
  const score = ({ low, high }: ConfidenceInterval) => `${low.toFixed(4)} – ${high.toFixed(4)}`;
  const figures = renderTable(
    [
      ['figure', 'value', `${formatLevel(intervals.level)} interval`, 'of'],
      [
        'accuracy',
        formatPercent(evaluation.accuracy),
        share(intervals.accuracy),
        `${formatCount(evaluation.count)} images`,
      ],
      ['F1', evaluation.f1.toFixed(4), score(intervals.f1), of],
      [
        'average precision',
        evaluation.averagePrecision.toFixed(4),
        score(intervals.averagePrecision),
        of,
      ],
      [
        'AUC',
        evaluation.auc?.toFixed(4) ?? '–',
        intervals.auc === null ? '–' : score(intervals.auc),
        of,
      ],
    ],
    { leftColumns: 4 },
  );
  return [figures, confusionTable(evaluation, classes), classTable(evaluation)].join('\n\n');
}

function confusionTable({ confusion }: Evaluation, classes: readonly string[]): string {
  if (classes.length > WIDEST_MATRIX) {
    return `(the confusion matrix of ${classes.length} classes is in the output of --json)`;
  }
  const head = ['actual ╲ predicted', ...classes];
  const rows = confusion.map((row, actual) => [classes[actual], ...row.map(formatCount)]);
  return renderTable([head, ...rows]);
}

function classTable({ perClass }: Evaluation): string {
  const rows = perClass.map(({ name, precision, recall, f1, support }) => [
    name,
    precision.toFixed(4),
    recall.toFixed(4),
    f1.toFixed(4),
    formatCount(support),
  ]);
  return renderTable([['class', 'precision', 'recall', 'F1', 'images'], ...rows]);
}
