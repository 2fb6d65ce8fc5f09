import { readFileSync } from 'node:fs';
import type { Table } from './table.js';

/**
 * Reads a table of one's own from a JSON file with the properties of `Table`.
 *
 * @throws RangeError, one line that names the file and what is wrong with it.
 */
export function readTable(file: string): Table {
  const table = parse(file);
  const wrong = flawOf(table);
  if (wrong !== undefined) throw new RangeError(`${file} is no table: ${wrong}`);
  return table;
}

function parse(file: string): Table {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RangeError(`${file} is no table: ${reason}`);
  }
}

/** What keeps a value from being a table; recipes are checked by those who read them. */
function flawOf(table: Partial<Table> | null): string | undefined {
  if (typeof table !== 'object' || table === null) return 'it must be an object';
  for (const key of ['name', 'title', 'about'] as const) {
    if (typeof table[key] !== 'string') return `${key} must be text`;
  }
  if (!/^[\w-]+(\/[\w-]+)*$/.test(table.name ?? '')) {
    return `name must be words with / between, such as mine/first, got ${table.name}`;
  }
  if (table.judged !== 'test' && table.judged !== 'validation') {
    return `judged must be test or validation, got ${table.judged}`;
  }
  const { seeds, rows, quickEpochs = 1 } = table;
  if (!Number.isFinite(quickEpochs) || quickEpochs < 1) {
    return `quickEpochs must be a number of at least 1, got ${quickEpochs}`;
  }
  if (!Array.isArray(seeds) || seeds.length === 0 || !seeds.every(Number.isInteger)) {
    return 'seeds must be a list of integers';
  }
  if (!Array.isArray(rows) || rows.length === 0) return 'rows must be a list';
  const bad = rows.findIndex(
    (row) => typeof row?.name !== 'string' || typeof row.recipe?.set !== 'string',
  );
  return bad < 0 ? undefined : `row ${bad + 1} must have a name and a recipe with a set`;
}
