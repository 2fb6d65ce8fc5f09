import { wilsonInterval } from '@sig/heads';
import { summarise } from '../experiments/summarise.js';
import type { PrototypeTableResult } from '../tables/prototype-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

const HEADER = [
  'engine',
  'bytes',
  'filters',
  'references',
  'numbers each',
  'accuracy',
  '95 % interval',
  'seeds',
  'seconds',
];

/** The figures of engines by their bytes, with their title and paragraph. */
export function prototypeMarkdown({ title, about, quick, rows }: PrototypeTableResult): string {
  const said = quickMark(quick);
  const body = rows.map(({ name, results }) => {
    const mean = (figure: (result: (typeof results)[number]) => number): number =>
      summarise(results.map(figure)).mean;
    const total = (figure: (result: (typeof results)[number]) => number): number =>
      results.reduce((sum, result) => sum + figure(result), 0);
    const {
      mean: accuracy,
      deviation,
      count,
    } = summarise(results.map((result) => result.accuracy));
    // Every seed is judged on the same images: more of them narrow nothing.
    const images = results[0].count;
    const hits = Math.round((images * total((result) => result.hits)) / total((r) => r.count));
    const { low, high } = wilsonInterval(hits, images);
    return [
      name,
      said(mean((result) => result.bytes).toFixed(0)),
      mean((result) => result.filterBytes).toFixed(0),
      said(mean((result) => result.references).toFixed(0)),
      mean((result) => result.width).toFixed(0),
      said(
        count === 1 ? percent(accuracy) : `${(100 * accuracy).toFixed(2)} ± ${percent(deviation)}`,
      ),
      said(`${(100 * low).toFixed(2)} to ${percent(high)}`),
      `${count}`,
      said(mean((result) => result.times.seconds).toFixed(0)),
    ];
  });
  const note = quick ? '\n\nA quick run: 6,000 digits to learn from, 1,000 to be judged on.' : '';
  return `## ${title}\n\n${about}${note}\n\n${markdownTable([HEADER, ...body])}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
