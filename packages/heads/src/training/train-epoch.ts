import { seededRandom } from '@sig/kernels/random';
import { readBatch } from '../execution/read-batch.js';
import type { Runtime } from '../execution/runtime.js';
import { mixSeed } from '../random/mix-seed.js';
import { shuffle } from '../random/shuffle.js';
import { countCorrect } from './count-correct.js';
import type { Dataset } from './dataset.js';
import { DivergenceError } from './divergence-error.js';
import type { BatchReport } from './fit-options.js';
import type { Mixer } from './mix-batch.js';
import type { TrainStep } from './train-step.js';

// Labels of the streams of random numbers that one seed feeds.
const ORDER = 1;
const AUGMENTATION = 2;
const DROPOUT = 3;
const MIXING = 4;

export interface Epoch {
  readonly epoch: number;
  readonly epochs: number;
  readonly seed: number;
  /** The learning rate that was asked for. */
  readonly highestRate: number;
  readonly rateAt: (step: number, steps: number) => number;
  readonly trainStep: TrainStep;
  readonly mixer?: Mixer;
  readonly breathe: () => Promise<void> | undefined;
  readonly onBatch?: (report: BatchReport) => void;
  readonly signal?: AbortSignal;
}

/**
 * Goes once through the training samples in random order; undefined where the signal stopped it.
 *
 * @throws DivergenceError when the loss or a weight is not a finite number any more.
 */
export async function trainEpoch(
  runtime: Runtime,
  dataset: Dataset,
  indices: Int32Array,
  options: Epoch,
): Promise<{ loss: number; accuracy: number; learningRate: number } | undefined> {
  const { epoch, epochs, seed, highestRate, rateAt, trainStep, mixer } = options;
  const { breathe, onBatch, signal } = options;
  const { engine, memory, batch } = runtime;
  const classes = dataset.classes.length;
  const order = shuffle(indices, seededRandom(mixSeed(seed, ORDER, epoch)));
  const stepsPerEpoch = Math.ceil(order.length / batch.capacity);
  const steps = stepsPerEpoch * epochs;
  let step = stepsPerEpoch * (epoch - 1);
  let sum = 0;
  let correct = 0;
  let learningRate = 0;
  for (let start = 0; start < order.length; start += batch.capacity) {
    const some = order.subarray(start, start + batch.capacity);
    readBatch(runtime, dataset, some, mixSeed(seed, AUGMENTATION, epoch));
    learningRate = rateAt(step, steps);
    step++;
    mixer?.mix(some.length, mixSeed(seed, MIXING, step));
    const loss = trainStep(some.length, { step, learningRate, seed: mixSeed(seed, DROPOUT, step) });
    if (!Number.isFinite(loss)) {
      throw new DivergenceError(`the loss became ${loss}`, { epoch, step }, highestRate);
    }
    sum += loss * some.length;
    correct += countCorrect(
      engine.realsAt(batch.probabilities, some.length * classes),
      engine.int32At(batch.labels, some.length),
      classes,
    );
    const samples = Math.min(start + batch.capacity, order.length);
    onBatch?.({ epoch, epochs, step, steps, samples, samplesPerEpoch: order.length, loss });
    await breathe();
    if (signal?.aborted) return undefined;
  }
  // A last step can spoil the weights although its loss was still a number.
  if (!memory.finite()) {
    throw new DivergenceError('the weights became infinite', { epoch, step }, highestRate);
  }
  return { loss: sum / order.length, accuracy: correct / order.length, learningRate };
}
