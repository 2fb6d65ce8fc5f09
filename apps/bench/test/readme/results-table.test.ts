import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BEGIN, END, resultsTable, withResults } from '../../src/readme/results-table.js';

const place = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

describe('the table of the README', () => {
  it('is that of the committed results', () => {
    const readme = readFileSync(place('../../../../README.md'), 'utf8');
    const table = resultsTable(place('../../results'));
    expect(table).toMatch(/\d\d\.\d/);
    // Else: pnpm bench readme.
    expect(withResults(readme, table)).toBe(readme);
  });

  it('takes the place of what stood between the lines', () => {
    const text = `a\n${BEGIN}\nold\n${END}\nb`;
    expect(withResults(text, 'new')).toBe(`a\n${BEGIN}\n\nnew\n\n${END}\nb`);
    expect(() => withResults('a', 'new')).toThrow(/has no lines/);
  });

  it('has mean and spread of what was trained under 45 KB, the best of a set in bold', () => {
    const folder = mkdtempSync(join(tmpdir(), 'results-'));
    const run = (label: string, accuracies: readonly number[]) => ({
      label,
      results: accuracies.map((accuracy) => ({ int8: { accuracy } })),
    });
    const cost = { int8Bytes: 2048, headMacs: 1e6, featureMacs: 5e5 };
    const rows = [
      { name: 'ours', cost, runs: [run('fire', [0.9, 0.92]), run('fog', [0.8])] },
      { name: 'theirs', cost, runs: [run('fire', [0.9]), run('fog', [])] },
      { name: 'not trained', cost, runs: [run('fire', []), run('fog', [])] },
    ];
    mkdirSync(join(folder, 'beyond'));
    writeFileSync(join(folder, 'beyond/45-kb.json'), JSON.stringify({ rows }));
    const lines = resultsTable(folder)
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    rmSync(folder, { recursive: true });
    expect(lines.slice(2)).toEqual([
      ['', 'ours', '2.0 KB', '1.50', '**91.0 ± 1.4 %**', '**80.0 %**', ''],
      ['', 'theirs', '2.0 KB', '1.50', '90.0 %', '', ''],
    ]);
  });

  it('cannot be made of nothing', () => {
    expect(() => resultsTable(place('.'))).toThrow(/has no results of beyond\/45-kb and heads/);
  });
});
