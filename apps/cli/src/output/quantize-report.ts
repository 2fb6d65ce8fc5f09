import type { QuantizationMode } from '@sig/edge';
import type { Evaluation } from '@sig/heads/metrics';
import { formatCount, formatPercent } from './format.js';
import { renderTable } from './table.js';

export interface QuantizeResult {
  readonly out: string;
  readonly mode: QuantizationMode;
  readonly bytes: { readonly before: number; readonly after: number };
  readonly data?: string;
  readonly test?: {
    readonly part: string;
    readonly before: Evaluation;
    readonly after: Evaluation;
  };
}

/** Bytes before and after and, where they were measured, accuracy and the recall of each class. */
export function quantizeReport({ out, mode, bytes, data, test }: QuantizeResult): string {
  const sizes = ['bytes', formatCount(bytes.before), formatCount(bytes.after), ratio(bytes)];
  if (test === undefined)
    return renderTable([['', 'before', mode, ''], sizes, ['file', '', out, '']]);
  const { before, after, part } = test;
  const rows = [
    ['accuracy', before.accuracy, after.accuracy] as const,
    ['F1', before.f1, after.f1] as const,
    ...before.perClass.map(
      ({ name, recall }, place) =>
        [`recall of ${name}`, recall, after.perClass[place].recall] as const,
    ),
  ].map(([name, was, is]) => [
    name,
    formatPercent(was),
    formatPercent(is),
    `${is < was ? '−' : '+'}${Math.abs(100 * (is - was)).toFixed(2)} points`,
  ]);
  const table = renderTable([['', 'before', mode, ''], ...rows, sizes]);
  const images = part === 'test' ? 'test images' : 'images, all of them';
  return `${table}\n\n${out}, measured on the ${formatCount(before.count)} ${images} of ${data}`;
}

function ratio({ before, after }: QuantizeResult['bytes']): string {
  return `÷ ${(before / after).toFixed(2)}`;
}
