import { expect, it } from 'vitest';
import { createRecording } from '../../src/index.js';

const cost = { macs: 1, bytes: 1, params: 1 };

it.each([
  ['that do not sum to 1', [0.5, 0.6], [0], /must sum to 1, got 1.1 for image 0; pass logits/],
  ['that are NaN', [0.5, Number.NaN], [0], /must be numbers from 0 to 1, got NaN for image 0/],
  ['outside 0 to 1', [0.5, 0.5, 3, -2], [0, 1], /must be numbers from 0 to 1, got 3 for image 1/],
  ['of no image', [], [], /must have at least one image, got none/],
  ['of one class', [1, 1], [0, 0], /must be \[2 images, 2 classes or more\], got 2 numbers/],
  ['that are no whole rows', [0.5, 0.5, 1], [0, 1], /must be \[2 images, 2 classes/],
  [
    'with a label that is no class',
    [0.5, 0.5],
    [2],
    /must be classes from 0 to 1, got 2 for image 0/,
  ],
])('refuses probabilities %s', (_, probabilities, labels, message) => {
  expect(() => createRecording(probabilities, labels, cost)).toThrow(message);
});

it('refuses a cost that is none', () => {
  expect(() => createRecording([1, 0], [0], { ...cost, macs: -1 })).toThrow(
    'cost.macs of stage must be a number from 0 up, got -1',
  );
  expect(() => createRecording([1, 0], [0], { ...cost, milliseconds: Number.NaN })).toThrow(
    'cost.milliseconds of stage must be a number from 0 up, got NaN',
  );
});

it('keeps floats as they are and names classes by their places', () => {
  const probabilities = Float32Array.of(0.25, 0.75);
  const recording = createRecording(probabilities, [1], cost, { name: 'small' });
  expect(recording.probabilities).toBe(probabilities);
  expect(recording.classes).toEqual(['0', '1']);
});
