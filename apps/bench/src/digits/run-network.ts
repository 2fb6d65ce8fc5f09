import { countCost, predict } from '@sig/heads';
import type { DigitParts } from './digit-counts.js';
import type { DigitExperiment, DigitResult } from './digit-experiment.js';
import type { RunDigitsOptions } from './run-digit-experiment.js';
import { datasetOf, trainSlidesNetwork } from './train-slides-network.js';

/** Trains a network of the slides by back-propagation and judges it. */
export async function runNetwork(
  experiment: Extract<DigitExperiment, { kind: 'network' }>,
  { train, test }: DigitParts,
  { folder, onBatch }: RunDigitsOptions,
): Promise<DigitResult> {
  const { epochs, threads } = experiment;
  const { network, seconds } = await trainSlidesNetwork(experiment, train, {
    epochs,
    folder,
    onBatch,
  });
  const begun = performance.now();
  const scores = await predict(network, datasetOf(test), { threads });
  const judging = (performance.now() - begun) / 1000;
  const { params } = countCost(network.layers, network.inputShape);
  return {
    hits: countHits(scores, test.labels),
    count: test.labels.length,
    params,
    bytes: 4 * params,
    wholeBytes: 4 * params,
    times: { making: seconds, judging },
  };
}

function countHits(scores: Float32Array, labels: Int32Array): number {
  const classes = scores.length / labels.length;
  return labels.reduce((hits, label, row) => {
    const own = scores.subarray(row * classes, (row + 1) * classes);
    return hits + Number(own.every((score) => score <= own[label]));
  }, 0);
}
