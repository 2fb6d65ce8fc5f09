import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runDigitsTable } from '../../../src/tables/knn-slice/run-digits-table.js';
import { slides } from '../../../src/tables/knn-slice/slides.js';

it('runs no row that is called otherwise, or none at all', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'digits-table-'));
  const begun: string[] = [];
  const onExperiment = (name: string) => begun.push(name);
  for (const choice of [{ only: 'no such row' }, { kept: true }]) {
    const { rows } = await runDigitsTable(slides, { ...choice, cache, threads: 1, onExperiment });
    expect(rows.map(({ name }) => name)).toEqual(slides.rows.map(({ name }) => name));
    expect(rows.every(({ result }) => result === undefined)).toBe(true);
  }
  expect(begun).toEqual([]);
  rmSync(cache, { recursive: true });
});
