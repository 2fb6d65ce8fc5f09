import type { Evaluation } from '@sig/heads/metrics';
import { formatCount, formatPercent } from './format.js';
import { renderTable } from './table.js';

/** With more classes a confusion matrix fits no terminal. */
const WIDEST_MATRIX = 20;

/** Accuracy, F1, average precision, AUC; the confusion matrix; and the figures of each class. */
export function evaluationReport(evaluation: Evaluation, classes: readonly string[]): string {
  const { positive } = evaluation;
  const of = positive === undefined ? 'mean over classes' : `of ${positive}`;
  const figures = renderTable(
    [
      ['accuracy', formatPercent(evaluation.accuracy), `${formatCount(evaluation.count)} images`],
      ['F1', evaluation.f1.toFixed(4), of],
      ['average precision', evaluation.averagePrecision.toFixed(4), of],
      ['AUC', evaluation.auc?.toFixed(4) ?? '–', of],
    ],
    { leftColumns: 3, header: false },
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
