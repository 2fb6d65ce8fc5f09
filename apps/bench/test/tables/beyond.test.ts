import { learnedFieldPresets } from '@sig/heads';
import { expect, test } from 'vitest';
import { countRow } from '../../src/costs/count-row.js';
import { equalBudgets } from '../../src/tables/beyond/equal-budgets.js';

const costs = equalBudgets.rows.map((row) => ({ name: row.name, cost: countRow(row) }));
const named = (name: string) => costs.find((row) => row.name === name)?.cost;

test('every model of the table under 45 KB that is to be compared is below 45 KB', () => {
  const large = costs
    .filter(({ cost }) => (cost?.int8Bytes ?? Infinity) > 45 * 1024)
    .map(({ name }) => name);
  // Said in the table to be larger.
  expect(large).toEqual([
    'ImageSig + CNN1D, two directions',
    'baseline: one dense layer on pixels',
  ]);
});

test('presets keep to their own bytes, with what is said of a training besides', () => {
  for (const { name, maxBytes } of learnedFieldPresets) {
    expect(named(`learned field, ${name}`)?.int8Bytes).toBeLessThan(maxBytes - 600);
  }
});

test('the depthwise CNNs have the bytes and the multiply-adds of the largest preset', () => {
  const base = named('learned field, base');
  for (const shape of ['halved late', 'halved at once']) {
    const cnn = named(`baseline: depthwise CNN on pixels, ${shape}`);
    const ratio = (of: 'int8Bytes' | 'headMacs') => (cnn?.[of] ?? 0) / (base?.[of] ?? 1);
    expect(Math.abs(ratio('int8Bytes') - 1)).toBeLessThan(0.05);
    expect(Math.abs(ratio('headMacs') - 1)).toBeLessThan(0.05);
  }
});
