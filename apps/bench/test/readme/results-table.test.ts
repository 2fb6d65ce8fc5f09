import { readFileSync } from 'node:fs';
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

  it('cannot be made of nothing', () => {
    expect(() => resultsTable(place('.'))).toThrow(/has no results of beyond\/45-kb and heads/);
  });
});
