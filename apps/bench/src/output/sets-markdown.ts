import type { SetsTableResult } from '../tables/sets/run-sets-table.js';
import { markdownTable } from './markdown-table.js';

/** Images of each class, in the paper's sets and in those here. */
export function setsMarkdown({ title, about, rows }: SetsTableResult): string {
  const body = rows.flatMap(({ set, paper, counts }) => [
    ...(paper?.classes ?? []).map(([part, own, images, weight]) => [
      `paper: ${paper?.name}`,
      ...[part, own, images.toLocaleString('en'), weight?.toFixed(2) ?? ''],
    ]),
    ...(counts.length === 0 ? [[`here: ${set}`, 'no data', '', '', '']] : []),
    ...counts.map(({ part, name, images, weight }) => [
      `here: ${set}`,
      ...[part, name, images.toLocaleString('en'), weight?.toFixed(2) ?? ''],
    ]),
  ]);
  const notes = rows.flatMap(({ set, notes = [], checksum }) => [
    ...notes,
    ...(checksum === undefined ? [] : [`SHA-256 of \`${set}\`: \`${checksum}\`.`]),
  ]);
  const table = markdownTable([['set', 'part', 'class', 'images', 'weight'], ...body]);
  return `## ${title}\n\n${about}\n\n${table}${notes.map((note) => `\n\n${note}`).join('')}\n`;
}
