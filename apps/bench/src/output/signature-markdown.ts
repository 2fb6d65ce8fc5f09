import type { SignatureTableResult, SignatureTask } from '../tables/speed/signature-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

const HEADER = [
  'paths',
  'channels',
  'depth',
  'points',
  'in a figure',
  'task',
  'threads',
  'µs',
  'GFLOP/s',
  'µs of pySigLib',
  'times faster',
];

const TASKS: Readonly<Record<SignatureTask, string>> = {
  signature: 'signature',
  logSignature: 'log-signature',
  vjp: 'gradient',
};

/** How long signatures take, beside the numbers of another library on a machine of its own. */
export function signatureMarkdown(result: SignatureTableResult): string {
  const { title, about, quick, rows, times } = result;
  const said = quickMark(quick);
  const body = rows.flatMap(({ name, channels, depth, length, unit, reference }, at) =>
    times.rows[at].map(({ task, threads, microseconds, gigaflops }) => {
      const theirs = reference[task];
      return [
        ...[name, `${channels}`, `${depth}`, length.toLocaleString('en'), `${unit}`],
        ...[TASKS[task], `${threads}`],
        said(microseconds.toFixed(0)),
        said(gigaflops.toFixed(1)),
        theirs?.toLocaleString('en') ?? '',
        theirs === undefined ? '' : said((theirs / microseconds).toFixed(1)),
      ];
    }),
  );
  const note = quick ? '\n\nA quick run: a tenth of the time for each figure.' : '';
  return `## ${title}\n\n${about}${note}\n\n${markdownTable([HEADER, ...body])}\n`;
}
