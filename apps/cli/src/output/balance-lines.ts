import type { ClassCount } from '../data/class-balance.js';
import { formatCount, formatPercent } from './format.js';
import { probabilityBar } from './probability-bar.js';
import { renderTable } from './table.js';
import { visibleText } from './visible-text.js';

/** With more classes a table of them is not read. */
const LONGEST_TABLE = 20;

/** A class of less than this part of an equal share is named. */
const FEW = 0.5;

/** Classes that are named before the rest is only counted. */
const NAMED = 5;

/** The classes of the training images with their counts and shares, and those that have few. */
export function balanceLines(
  balance: readonly ClassCount[],
  { weighted }: { readonly weighted: boolean },
): string[] {
  const counts = balance.map(({ count }) => count);
  const largest = Math.max(...counts);
  const lines =
    balance.length > LONGEST_TABLE
      ? [
          `${formatCount(balance.length)} classes of ${formatCount(Math.min(...counts))} to ${formatCount(largest)} images`,
        ]
      : balanceTable(balance, largest);
  const few = balance.filter(({ share }) => share < FEW / balance.length);
  if (few.length === 0) return lines;
  const what = few.length === 1 ? 'class has' : 'classes have';
  const cure = weighted ? '' : '; try --class-weights balanced';
  return [
    ...lines,
    `warning: ${few.length} ${what} less than half of an equal share: ${listed(few.map(({ name, count }) => `${name} (${formatCount(count)})`))}${cure}`,
  ];
}

function balanceTable(balance: readonly ClassCount[], largest: number): string[] {
  const rows = balance.map(({ name, count, share }) => [
    `  ${name}`,
    formatCount(count),
    formatPercent(share, 1),
  ]);
  return renderTable(rows, { header: false })
    .split('\n')
    .map((line, label) => `${line}  ${probabilityBar(balance[label].count / largest)}`.trimEnd());
}

/** A line for each thing that the test images cannot tell. */
export function missingClassLines(balance: readonly ClassCount[]): string[] {
  const missing = balance.filter(({ count }) => count === 0).map(({ name }) => name);
  if (missing.length === 0) return [];
  return [
    `warning: the test part has no images of ${listed(missing)}; its figures are about the other classes alone`,
  ];
}

function listed(names: readonly string[]): string {
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  return visibleText(names.slice(0, NAMED).join(', ') + more);
}
