import { visibleText } from './visible-text.js';

export interface TableOptions {
  /** The first so many columns begin at the left; the others end at the right. */
  readonly leftColumns?: number;
  /** A line under the first row. */
  readonly header?: boolean;
}

/** Rows of text as aligned columns, two spaces apart. */
export function renderTable(
  cells: readonly (readonly string[])[],
  { leftColumns = 1, header = true }: TableOptions = {},
): string {
  const rows = cells.map((row) => row.map(visibleText));
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, width(cell));
    });
  }
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const padding = ' '.repeat(widths[column] - width(cell));
        return column < leftColumns ? cell + padding : padding + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  if (header) lines.splice(1, 0, widths.map((count) => '─'.repeat(count)).join('  '));
  return lines.join('\n');
}

/** Characters, not UTF-16 units. */
function width(text: string): number {
  return [...text].length;
}
