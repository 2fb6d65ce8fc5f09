import { expect, it } from 'vitest';
import { createRecording, type ExitRule, scoreStages } from '../src/index.js';

const cost = { macs: 1, bytes: 1, params: 1 };
const first = createRecording([0.7, 0.2, 0.1, 0.25, 0.5, 0.25], [0, 1], cost);
const second = createRecording([0.6, 0.4, 0, 0.9, 0.05, 0.05], [0, 1], cost);
const sure = (rule: ExitRule) =>
  scoreStages([first, second], { rule }).map(({ confidence }) => [...confidence]);

it('is as sure as the highest probability, or as its margin over the second', () => {
  expect(sure('max-softmax')).toEqual([
    [0.7, 0.5],
    [0.6, 0.9],
  ]);
  const [[a, b], [c, d]] = sure('margin');
  expect([a, b, c, d].map((value) => value.toFixed(6))).toEqual([
    '0.500000',
    '0.250000',
    '0.200000',
    '0.850000',
  ]);
});

it('is as sure as its entropy is low', () => {
  const [[a]] = sure('entropy');
  const entropy = -(0.7 * Math.log(0.7) + 0.2 * Math.log(0.2) + 0.1 * Math.log(0.1));
  expect(a).toBeCloseTo(1 - entropy / Math.log(3), 12);
  const even = createRecording([0.25, 0.25, 0.25, 0.25, 1, 0, 0, 0], [0, 0], cost);
  const [{ confidence }] = scoreStages([even], { rule: 'entropy' });
  expect(confidence[0]).toBeCloseTo(0, 12);
  expect(confidence[1]).toBe(1);
});

it('is sure where it names what the stage before named, the first as its probability', () => {
  expect(sure('agreement')).toEqual([
    [0.7, 0.5],
    [0.6, 0],
  ]);
});
