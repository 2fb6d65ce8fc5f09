import type { Dataset } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import { expect, test } from 'vitest';
import { trainingDatasets } from '../../src/training/training-datasets.js';

/** Ten grey images of two pixels, of which the first tells which one it is. */
const images: ImageSet = {
  width: 2,
  height: 1,
  channels: 1,
  count: 10,
  pixels: Uint8Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? at / 2 : 100)),
  labels: Int32Array.from({ length: 10 }, (_, at) => at % 2),
};
const classes = ['even', 'odd'];
const plain = { augment: [], copies: [], validation: 0.4, seed: 3 };
const copies = [
  { name: 'flip', amount: 1 },
  { name: 'brightness', amount: 40 },
];

function readAll(dataset: Dataset, random?: () => number): number[][] {
  return Array.from({ length: dataset.count }, (_, index) => {
    const target = new Uint8Array(2);
    dataset.read(index, target, random);
    return [...target];
  });
}

test('without copies the share is left to the training itself', () => {
  const { dataset, validation } = trainingDatasets(images, classes, plain);
  expect(validation).toBe(0.4);
  expect(dataset.count).toBe(10);
});

test('copies follow the images that are trained on, with their labels', () => {
  const { dataset } = trainingDatasets(images, classes, { ...plain, copies, validation: 0 });
  const rows = readAll(dataset);
  expect(rows).toHaveLength(30);
  for (let index = 0; index < 10; index++) {
    expect(rows[index]).toEqual([index, 100]);
    expect(rows[10 + index]).toEqual([100, index]);
    expect(rows[20 + index]).toEqual([index + 40, 140]);
    expect([index, 10 + index, 20 + index].map((at) => dataset.labels[at])).toEqual(
      Array(3).fill(index % 2),
    );
  }
});

test('no copy of an image that is kept aside is trained on', () => {
  const { dataset, validation } = trainingDatasets(images, classes, { ...plain, copies });
  if (typeof validation === 'number') throw new Error('the images must be set aside already');
  const kept = readAll(validation).map(([first]) => first);
  expect(kept).toHaveLength(4);
  expect(dataset.count).toBe(18);
  const trained = readAll(dataset).map(([first, second]) =>
    first === 100 ? second : first - (second === 140 ? 40 : 0),
  );
  expect(new Set(trained).size).toBe(6);
  for (const image of kept) expect(trained).not.toContain(image);
  expect(kept.map((image) => image % 2)).toEqual(Array.from(validation.labels));
});

test('targets go with the images and their copies, and not with those kept aside', () => {
  // Of image i: i tenths of the first class.
  const targets = Float32Array.from({ length: 20 }, (_, at) =>
    at % 2 === 0 ? at / 20 : 1 - (at - 1) / 20,
  );
  const told = ({ count, readTarget }: Dataset): number[] =>
    Array.from({ length: count }, (_, index) => {
      const target = new Float32Array(2);
      readTarget?.(index, target);
      return Math.round(10 * target[0]);
    });
  const whole = trainingDatasets(images, classes, plain, targets);
  expect(told(whole.dataset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const { dataset, validation } = trainingDatasets(
    images,
    classes,
    { ...plain, copies: copies.slice(0, 1) },
    targets,
  );
  const seen = readAll(dataset).map(([first, second]) => (first === 100 ? second : first));
  expect(seen).toHaveLength(12);
  expect(told(dataset)).toEqual(seen);
  expect(validation).not.toHaveProperty('readTarget');
});

test('copies are augmented in training like the images, and not without random numbers', () => {
  const augment = [{ name: 'invert', amount: 1 }];
  const { dataset } = trainingDatasets(images, classes, {
    ...{ ...plain, augment, copies, validation: 0 },
  });
  expect(readAll(dataset)[11]).toEqual([100, 1]);
  expect(readAll(dataset, () => 0.5)[11]).toEqual([155, 254]);
});
