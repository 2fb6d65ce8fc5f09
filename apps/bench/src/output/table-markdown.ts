import { type Summary, summarise } from '../experiments/summarise.js';
import type { RowResult, TableResult } from '../tables/run-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** A table's figures with its title and its paragraph. */
export function tableMarkdown({ title, about, quick, rows }: TableResult): string {
  const papers = rows.some(({ paper }) => paper !== undefined);
  const header = [
    'model',
    'parameters',
    'MMAC features',
    'MMAC head',
    ...(papers ? ['paper'] : []),
    'accuracy',
    'F1',
    'AP',
    'seeds',
    'images/s',
    'minutes',
  ];
  const body = rows.map((row) => [row.name, ...cellsOf(row, papers, quick)]);
  const note = quick ? '\n\nA quick run: few epochs, one seed.' : '';
  return `## ${title}\n\n${about}${note}\n\n${markdownTable([header, ...body])}\n`;
}

function cellsOf({ results, paper }: RowResult, papers: boolean, quick: boolean): string[] {
  const printed = papers ? [paper === undefined ? '' : percent(paper)] : [];
  if (results.length === 0) return ['', '', '', ...printed, 'no data', '', '', '0', '', ''];
  const said = quickMark(quick);
  const [{ params, featureMacs, headMacs }] = results;
  const over = (figure: (result: RowResult['results'][number]) => number): Summary =>
    summarise(results.map(figure));
  return [
    params.toLocaleString('en'),
    (featureMacs / 1e6).toFixed(2),
    (headMacs / 1e6).toFixed(2),
    ...printed,
    said(spread(over(({ accuracy }) => accuracy))),
    said(over(({ f1 }) => f1).mean.toFixed(3)),
    said(over(({ averagePrecision }) => averagePrecision).mean.toFixed(3)),
    `${results.length}`,
    said(over(({ times }) => times.imagesPerSecond).mean.toFixed(0)),
    said((over(({ times }) => times.seconds).mean / 60).toFixed(1)),
  ];
}

/** 76.54 ± 0.31 % */
function spread({ mean, deviation, count }: Summary): string {
  return count === 1 ? percent(mean) : `${(100 * mean).toFixed(2)} ± ${percent(deviation)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}
