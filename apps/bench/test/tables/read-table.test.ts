import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTables, tables } from '../../src/tables/list-tables.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sig-table-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: unknown): string {
  const place = join(folder, 'mine.json');
  writeFileSync(place, typeof content === 'string' ? content : JSON.stringify(content));
  return place;
}

const table = {
  name: 'mine/first',
  title: 'Mine',
  about: 'Words.',
  judged: 'validation',
  seeds: [0],
  rows: [{ name: 'one', recipe: { set: 'toy' } }],
};

describe('findTables', () => {
  it('finds one by its name, several by their folder, all, and one in a file', () => {
    expect(findTables('heads/crack').map(({ name }) => name)).toEqual(['heads/crack']);
    expect(findTables('heads').length).toBeGreaterThan(1);
    expect(findTables('all')).toEqual(tables);
    expect(findTables(file(table))).toEqual([table]);
  });

  it('names the tables there are where there is none of a name', () => {
    expect(() => findTables('imagenet')).toThrow(/no table imagenet; there are imagesig\/1, /);
  });

  it.each([
    ['{"name"', /is no table: .*JSON/],
    ['null', /must be an object/],
    [{ ...table, title: 3 }, /title must be text/],
    [{ ...table, name: '../../elsewhere' }, /name must be words/],
    [{ ...table, judged: 'train' }, /judged must be test or validation, got train/],
    [{ ...table, quickEpochs: 0 }, /quickEpochs must be a number of at least 1, got 0/],
    [{ ...table, seeds: [] }, /seeds must be a list of integers/],
    [{ ...table, rows: [{ name: 'one' }] }, /row 1 must have a name and a recipe with a set/],
  ])('says in one line what is wrong with a file: %j', (content, message) => {
    expect(() => findTables(file(content))).toThrow(message);
  });
});
