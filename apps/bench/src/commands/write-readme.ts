import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writeWhole } from '../files/write-whole.js';
import { resultsTable, withResults } from '../readme/results-table.js';

/** Writes the table of results into the README of the repository. */
export function writeReadme(out: string): void {
  const file = fileURLToPath(new URL('../../../README.md', import.meta.url));
  writeWhole(file, withResults(readFileSync(file, 'utf8'), resultsTable(out)));
  process.stdout.write(`${file}\n`);
}
