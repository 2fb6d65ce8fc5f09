import { wilsonInterval } from '@sig/heads';
import type { DigitsRowResult, DigitsTableResult } from '../tables/knn-slice/run-digits-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

const HEADER = [
  'engine',
  'digits',
  'parameters',
  'bytes',
  'bytes with references',
  'paper',
  'accuracy',
  'interval',
  'seconds to make',
  'to judge',
];

/** A table of engines that read digits, with its title and its paragraph. */
export function digitsMarkdown({ title, about, quick, rows }: DigitsTableResult): string {
  const note = quick
    ? '\n\nA quick run: a tenth of the epochs and of the time to evolve, no shifted references whatever a row is called, and nothing of 60,000 digits.'
    : '';
  const body = rows.map((row) => cellsOf(row, quick));
  return `## ${title}\n\n${about}${note}\n\n${markdownTable([HEADER, ...body])}\n`;
}

function cellsOf({ name, experiment, paper, result }: DigitsRowResult, quick = false): string[] {
  const printed = paper === undefined ? '' : percent(paper);
  const { digits } = experiment;
  if (!result) return [name, digits, '', '', '', printed, 'not run', '', '', ''];
  const { hits, count, params, bytes, wholeBytes, times } = result;
  const said = quickMark(quick);
  const { low, high } = wilsonInterval(hits, count);
  return [
    name,
    digits,
    params.toLocaleString('en'),
    bytes.toLocaleString('en'),
    wholeBytes.toLocaleString('en'),
    printed,
    said(percent(hits / count)),
    said(`${(100 * low).toFixed(2)} – ${(100 * high).toFixed(2)}`),
    said(times.making.toFixed(0)),
    said(times.judging.toFixed(1)),
  ];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
