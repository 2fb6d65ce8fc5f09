import { expect, it } from 'vitest';
import { fit } from '../../src/index.js';
import { chanceLoss } from '../../src/training/chance-loss.js';
import { crossedCorners } from '../toy-datasets.js';
import { fcNetwork } from '../toy-networks.js';

it('the loss of who knows nothing is ln(classes), smoothed or not', () => {
  for (const smoothing of [0, 0.2]) {
    expect(chanceLoss([0, 3, 1], 4, { gamma: 0, smoothing })).toBeCloseTo(Math.log(4), 9);
  }
});

it('the loss of who knows nothing counts class weights and the exponent of the focal loss', () => {
  // Two samples of weight 3 and one of weight 1; (1 - ½)² = ¼.
  const loss = { gamma: 2, smoothing: 0, classWeights: [3, 1] };
  expect(chanceLoss([0, 0, 1], 2, loss)).toBeCloseTo((7 / 3) * 0.25 * Math.log(2), 9);
});

it('fit tells it, so that a training that diverged is known by its last loss', async () => {
  const corners = crossedCorners(100);
  // Labels that the points do not tell.
  const senseless = {
    ...corners,
    labels: Array.from(corners.labels, (_, index) => (index >> 1) % 2),
  };
  const wild = await fit(fcNetwork(), senseless, { epochs: 3, learningRate: 100, batch: 10 });
  expect(wild.chanceLoss).toBeCloseTo(Math.log(2), 6);
  expect(wild.history[2].loss).toBeGreaterThan(wild.chanceLoss);
  const calm = await fit(fcNetwork(), corners, { epochs: 20, learningRate: 0.02, batch: 10 });
  expect(calm.history[19].loss).toBeLessThan(calm.chanceLoss / 2);
});
