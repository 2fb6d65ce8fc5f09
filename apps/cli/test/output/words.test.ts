import { expect, test } from 'vitest';
import { barWidth } from '../../src/output/bar-width.js';
import {
  formatBytes,
  formatCount,
  formatMacs,
  formatMilliseconds,
  formatPercent,
  formatSeconds,
} from '../../src/output/format.js';
import { probabilityBar } from '../../src/output/probability-bar.js';
import { describeSkipped } from '../../src/output/skipped-files.js';
import { renderTable } from '../../src/output/table.js';

test('numbers are written for people', () => {
  expect(formatCount(1234567.4)).toBe('1,234,567');
  expect(formatPercent(0.98154)).toBe('98.15 %');
  expect([999, 46_200, 1_536_608, 2.5e9].map(formatBytes)).toEqual([
    '999 B',
    '46.2 kB',
    '1.54 MB',
    '2.50 GB',
  ]);
  expect([845_362, 1_690_000].map(formatMacs)).toEqual(['845,362', '1.69 M']);
  expect([0, 0.0149, 0.1491, 7.623, 44.06, 123.4, 1234].map(formatMilliseconds)).toEqual([
    ...['0.000 ms', '0.015 ms', '0.149 ms', '7.62 ms', '44.1 ms', '123 ms', '1,234 ms'],
  ]);
});

test('durations never show sixty of anything', () => {
  expect([0, 9.94, 9.96, 59.4, 59.6, 200, 3599.7, 7500].map(formatSeconds)).toEqual([
    '0.0 s',
    '9.9 s',
    '10 s',
    '59 s',
    '1 min 0 s',
    '3 min 20 s',
    '1 h 0 min',
    '2 h 5 min',
  ]);
});

test('a table aligns words at the left and numbers at the right', () => {
  const rows = [
    ['class', 'images'],
    ['köter', '7'],
    ['a', '1,200'],
  ];
  expect(renderTable(rows)).toBe(
    ['class  images', '─────  ──────', 'köter       7', 'a       1,200'].join('\n'),
  );
});

test('a bar is as long as the share, to an eighth of a character', () => {
  expect(probabilityBar(0, 4)).toBe('');
  expect(probabilityBar(1, 4)).toBe('████');
  expect(probabilityBar(0.5, 4)).toBe('██');
  expect(probabilityBar(0.53125, 4)).toBe('██▏');
});

test('a bar leaves room for its words on a narrow terminal', () => {
  expect(barWidth('epoch 1/30', 900, 120)).toBe(28);
  const narrow = barWidth('epoch 1/30', 900, 50);
  const line = `epoch 1/30 ${'█'.repeat(narrow)} 900/900 · 59m59s left`;
  expect(line.length).toBeLessThan(50);
  expect(narrow).toBeGreaterThan(10);
  expect(barWidth('epoch 1/30', 900, 20)).toBe(0);
});

test('five skipped files are named, the others counted', () => {
  const skipped = Array.from({ length: 8 }, (_, index) => ({
    file: `${index}.png`,
    reason: 'is damaged',
  }));
  expect(describeSkipped([])).toEqual([]);
  expect(describeSkipped(skipped.slice(0, 1))).toEqual(['skipped 1 file:', '  0.png is damaged']);
  const lines = describeSkipped(skipped);
  expect(lines).toHaveLength(7);
  expect(lines[0]).toBe('skipped 8 files:');
  expect(lines[6]).toBe('  and 3 more');
});
