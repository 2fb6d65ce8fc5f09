import { expect, it } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { barPlot } from '../../src/plots/index.js';

it('draws bars as long as their numbers, which stand at their ends', () => {
  const svg = barPlot(
    ['a & b', 'c'],
    [
      { name: 'train', values: [10, 40] },
      { name: 'test', values: [20, 0], colour: 'orange' },
    ],
  );
  const elements = elementsOf(svg);
  const widths = elements
    .filter(({ name, attributes }) => name === 'rect' && attributes.class !== 'ground')
    .map(({ attributes }) => Number(attributes.width));
  expect(widths[1]).toBeCloseTo(2 * widths[0], 1);
  expect(widths[2]).toBeCloseTo(4 * widths[0], 1);
  expect(widths[3]).toBe(0);
  const texts = elements.filter(({ name }) => name === 'text').map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['a & b', 'c', '10', '40', '20', '0', 'train']));
});

it('bears no rows, and refuses values that are no lengths', () => {
  expect(() => elementsOf(barPlot([], []))).not.toThrow();
  for (const values of [[1], [-1, 2], [Number.NaN, 1]]) {
    expect(() => barPlot(['a', 'b'], [{ name: 'n', values }])).toThrow(
      'n must have one number from 0 up for each of the 2 rows',
    );
  }
});
