import type { ModelCost } from '../costs/model-cost.js';
import type { ExperimentResult } from '../experiments/experiment.js';
import { summarise } from '../experiments/summarise.js';
import type { PaperColumn, Printed } from '../tables/paper/paper-table.js';
import type {
  PaperRowResult,
  PaperRunResult,
  PaperTableResult,
} from '../tables/paper/run-paper-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** A column: its head, and what a row has in it. */
interface Column {
  readonly head: string;
  readonly cell: (row: PaperRowResult) => string;
}

/** A table of a paper: each cell is *paper | measured*, with the set and protocol in its head. */
export function paperMarkdown(result: PaperTableResult): string {
  const { title, about, quick, untrained = 0, rows, notes = [] } = result;
  const labels = [...new Set(rows.flatMap(({ runs }) => runs.map(({ label }) => label)))];
  const columns = result.columns.flatMap((column) => columnsOf(column, labels, quick));
  const marks = rows.flatMap((row) => (row.notes ?? []).map((note) => ({ row, note })));
  const named = (row: PaperRowResult): string => {
    const own = marks.flatMap((mark, at) => (mark.row === row ? [`[${at + 1}]`] : []));
    return [row.name, ...own].join(' ');
  };
  const body = rows.map((row) => [named(row), ...columns.map(({ cell }) => cell(row))]);
  const lines = [
    ...(untrained > 0 ? [`${untrained} trainings of this table have not been run yet.`] : []),
    ...marks.map(({ note }, at) => `[${at + 1}] ${note}`),
    ...notes,
    ...machines(rows).map((machine) => `Times: ${machine}.`),
  ];
  const words = lines.map((line) => `\n\n${line}`).join('');
  const said = quick
    ? '\n\nA quick run: few epochs and one seed; its figures are marked with *quick*.'
    : '';
  const table = markdownTable([['model', ...columns.map(({ head }) => head)], ...body]);
  return `## ${title}\n\n${about}${said}\n\n${table}${words}\n`;
}

function columnsOf(
  column: PaperColumn,
  labels: readonly string[],
  quick: boolean,
): readonly Column[] {
  const said = quickMark(quick);
  const measured = (
    head: string,
    key: keyof Printed,
    digits: number,
    of: (result: ExperimentResult) => number | undefined,
  ): Column[] =>
    labels.map((label, at) => ({
      head: at === 0 ? `${head}: paper | ${label}` : `${head}: ${label}`,
      cell: (row) => {
        const own = said(figure(runOf(row, label), of, digits));
        return at === 0 ? both(numberCell(row.printed?.[key], digits), own) : own;
      },
    }));
  switch (column) {
    case 'accuracy':
      return measured('accuracy, %', 'accuracy', 2, ({ accuracy }) => 100 * accuracy);
    case 'int8':
      return labels.map((label) => ({
        head: `accuracy in int8, %: ${label}`,
        cell: (row) => {
          const of = ({ int8 }: ExperimentResult) => int8 && 100 * int8.accuracy;
          return said(figure(runOf(row, label), of, 2));
        },
      }));
    case 'averagePrecision':
      return measured('AP', 'averagePrecision', 2, (result) => result.averagePrecision).slice(0, 2);
    case 'f1':
      return measured('F1', 'f1', 2, ({ f1 }) => f1).slice(0, 2);
    case 'params':
      return [
        {
          head: 'parameters: paper | counted',
          cell: ({ printed, cost }) => both(integer(printed?.params), integer(cost?.params)),
        },
      ];
    case 'size':
      return [
        {
          head: 'size: paper | float32',
          cell: ({ printed, cost }) => both(printed?.size ?? '', kilobytes(cost?.bytes)),
        },
        {
          head: 'int8: paper | int8',
          cell: ({ printed, cost }) =>
            both(printed?.quantizedSize ?? '', kilobytes(cost?.int8Bytes)),
        },
      ];
    case 'flops':
      return [
        {
          head: 'MFLOP: paper | head + features',
          cell: ({ printed, cost }) => both(numberCell(printed?.flops, 2), flops(cost)),
        },
      ];
    case 'steps':
      return labels.map((label) => ({
        head: `steps: ${label}`,
        cell: (row) => said(integer(runOf(row, label)?.results[0]?.steps)),
      }));
    case 'time':
      return measured('minutes', 'time', 1, ({ times }) => times.seconds / 60);
  }
}

/** What the paper printed and what is here; a line where one is missing. */
function both(paper: string, here: string): string {
  return paper === '' && here === '' ? '' : `${paper || '–'} | ${here || '–'}`;
}

function runOf({ runs }: PaperRowResult, label: string): PaperRunResult | undefined {
  return runs.find((run) => run.label === label);
}

/** 76.54 ± 0.31 */
function figure(
  run: PaperRunResult | undefined,
  of: (result: ExperimentResult) => number | undefined,
  digits: number,
): string {
  const values = (run?.results ?? []).map(of).filter((value) => value !== undefined);
  if (values.length === 0) return '';
  const { mean, deviation, count } = summarise(values);
  const one = mean.toFixed(digits);
  return count === 1 || digits < 2 ? one : `${one} ± ${deviation.toFixed(digits)}`;
}

function numberCell(value: number | string | undefined, digits: number): string {
  return typeof value === 'number' ? value.toFixed(digits) : (value ?? '');
}

function integer(value: number | undefined): string {
  return value === undefined ? '' : value.toLocaleString('en');
}

/** 1,024 bytes. */
function kilobytes(bytes: number | undefined): string {
  if (bytes === undefined) return '';
  const size = bytes / 1024;
  return size < 1024 ? `${size.toFixed(1)} KB` : `${(size / 1024).toFixed(2)} MB`;
}

function flops(cost: ModelCost | undefined): string {
  if (cost === undefined) return '';
  const head = ((2 * cost.headMacs) / 1e6).toFixed(2);
  return cost.featureMacs === 0 ? head : `${head} + ${((2 * cost.featureMacs) / 1e6).toFixed(2)}`;
}

/** Every machine that something was trained on. */
function machines(rows: readonly PaperRowResult[]): string[] {
  const results = rows.flatMap(({ runs }) => runs.flatMap((run) => run.results));
  return [...new Set(results.map(({ times }) => times.machine))];
}
