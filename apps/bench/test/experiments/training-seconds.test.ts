import { expect, it } from 'vitest';
import { trainingSeconds } from '../../src/experiments/training-seconds.js';

it('adds what every training inside of a result took, and no other times', () => {
  const rows = [
    { results: [{ times: { seconds: 3, imagesPerSecond: 100 } }, { times: { seconds: 4 } }] },
    { result: { times: { making: 10, judging: 0.5 } } },
    { times: [1, 2, 3], seconds: 5 },
  ];
  expect(trainingSeconds({ name: 'a', rows, nothing: null })).toBe(17.5);
});
