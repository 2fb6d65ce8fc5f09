import { expect, test } from 'vitest';
import { worstMistakes } from '../../src/report/worst-mistakes.js';

test('mistakes begin with the truth that was thought least probable', () => {
  const probabilities = [0.9, 0.1, 0.3, 0.7, 0.95, 0.05, 0.4, 0.6, 0.95, 0.05];
  const labels = [0, 0, 1, 1, 1];
  const predicted = [0, 1, 0, 1, 0];
  expect(worstMistakes(probabilities, labels, predicted, 2, 10)).toEqual([
    { place: 2, actual: 1, predicted: 0, probability: 0.95, actualProbability: 0.05 },
    { place: 4, actual: 1, predicted: 0, probability: 0.95, actualProbability: 0.05 },
    { place: 1, actual: 0, predicted: 1, probability: 0.7, actualProbability: 0.3 },
  ]);
  expect(worstMistakes(probabilities, labels, predicted, 2, 1)).toHaveLength(1);
  expect(worstMistakes([1, 0], [0], [0], 2, 5)).toEqual([]);
});
