import { expect, it } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { confusionPlot } from '../../src/plots/index.js';

const confusion = [
  [8, 1, 1],
  [0, 4, 0],
  [0, 0, 0],
];

it('gives every cell its count, its words, and a colour as strong as its share of the row', () => {
  const elements = elementsOf(confusionPlot(confusion, ['cat', '<b>', 'none']));
  const titles = elements.filter(({ name }) => name === 'title').map(({ text }) => text);
  expect(titles).toHaveLength(9);
  expect(titles[1]).toBe('actual cat, predicted <b>: 1 (10.0 %)');
  const cells = elements.filter(
    ({ name, attributes }) => name === 'rect' && /blue|orange/.test(attributes.class),
  );
  expect(cells.map(({ attributes }) => attributes.class).join(' ')).toBe(
    'blue orange orange orange blue orange orange orange blue',
  );
  // Square roots of the shares, rounded to hundredths.
  expect(cells.map(({ attributes }) => Number(attributes['fill-opacity']))).toEqual([
    0.89, 0.32, 0.32, 0, 1, 0, 0, 0, 0,
  ]);
  const groups = elements.filter(({ name }) => name === 'g');
  expect(groups.map(({ text }) => text.replace(/^.*\)/, ''))).toEqual(confusion.flat().map(String));
});

it('draws a hundred classes without numbers', () => {
  const names = Array.from({ length: 100 }, (_, at) => `class ${at}`);
  const matrix = names.map((_, row) => names.map((__, column) => (row === column ? 5 : 0)));
  const elements = elementsOf(confusionPlot(matrix, names));
  expect(elements.filter(({ name }) => name === 'g')).toHaveLength(10_000);
});

it('refuses a matrix that is not square or has too many classes', () => {
  expect(() => confusionPlot([[1, 2]], ['a', 'b'])).toThrow(
    'confusion must be 2 × 2 for 2 classes',
  );
  expect(() => confusionPlot([], [])).toThrow('takes 1 to 100 classes, got 0');
  expect(() => confusionPlot([], new Array(101).fill('a'))).toThrow('got 101');
});
