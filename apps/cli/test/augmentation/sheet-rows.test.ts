import { augmentationNames, type Image } from '@sig/image-paths';
import { expect, test } from 'vitest';
import { sheetRows } from '../../src/augmentation/sheet-rows.js';

const image: Image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(10, 20, 30) };
const pixels = (pictures: readonly Image[]): number[][] => pictures.map(({ data }) => [...data]);

test('without a list every augmentation has a row, below the original', () => {
  const rows = sheetRows(image, { draws: 2, seed: 0 });
  expect(rows.map(({ name }) => name)).toEqual(['original', ...augmentationNames]);
  expect(pixels(rows[0].pictures)).toEqual([[10, 20, 30]]);
  for (const { pictures } of rows.slice(1)) expect(pictures).toHaveLength(2);
});

test('a list of several ends in all of them together, one of one does not', () => {
  const flip = { name: 'flip', amount: 1 };
  const invert = { name: 'invert', amount: 1 };
  const rows = sheetRows(image, { augment: [flip, invert], draws: 1, seed: 0 });
  expect(rows.map(({ detail }) => detail)).toEqual([
    '3 × 1',
    'flip:1',
    'invert:1',
    'one after another',
  ]);
  expect(rows.map(({ pictures }) => pixels(pictures))).toEqual([
    [[10, 20, 30]],
    [[30, 20, 10]],
    [[245, 235, 225]],
    [[225, 235, 245]],
  ]);
  expect(sheetRows(image, { augment: [flip], draws: 1, seed: 0 })).toHaveLength(2);
});

test('draws differ from one another and with the seed, and not with the rows below', () => {
  const noise = { name: 'noise', amount: 0.3 };
  const draw = (augment: (typeof noise)[], seed: number): number[][] =>
    pixels(sheetRows(image, { augment, draws: 2, seed })[1].pictures);
  const [first, second] = draw([noise], 1);
  expect(first).not.toEqual(second);
  expect(draw([noise, noise], 1)).toEqual([first, second]);
  expect(draw([noise], 2)).not.toEqual([first, second]);
});

test('a copy is one picture', () => {
  const copies = [
    { name: 'flip', amount: 1 },
    { name: 'brightness', amount: 40 },
  ];
  const rows = sheetRows(image, { augment: [], copies, draws: 6, seed: 0 });
  expect(rows.slice(1).map(({ detail, pictures }) => [detail, pixels(pictures)])).toEqual([
    ['flip:1', [[30, 20, 10]]],
    ['brightness:40', [[50, 60, 70]]],
  ]);
});
