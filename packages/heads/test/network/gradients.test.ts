import { createEngine } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/execution/runtime.js';
import {
  avgPool2d,
  batchNorm,
  conv1d,
  conv2d,
  createNetwork,
  dense,
  depthwiseConv2d,
  dropout,
  flatten,
  gelu,
  globalAvgPool2d,
  type Layer,
  layerNorm,
  maxPool1d,
  multiHeadAttention,
  networkModules,
  relu,
  reshape,
  residual,
  sequencePool,
  sizeOf,
} from '../../src/index.js';
import { chooseOptimizer } from '../../src/training/choose-optimizer.js';
import { createTrainState } from '../../src/training/train-state.js';
import { createTrainStep } from '../../src/training/train-step.js';
import { expectClose } from '../expect-close.js';

const STEP = 1e-6;
const TOLERANCE = 1e-6;
const OPTIMIZER = chooseOptimizer({});

const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const networks = fc.record({
  length: int(12, 15),
  channels: int(1, 3),
  filters: int(1, 3),
  hidden: int(1, 4),
  classes: int(2, 4),
  count: int(1, 21),
  pool: int(1, 2),
  gamma: fc.constantFrom(0, 2),
  smoothing: fc.constantFrom(0, 0.1),
  seed: int(0, 1e6),
});

type Problem = typeof networks extends fc.Arbitrary<infer Value> ? Value : never;

const kinds: readonly [string, (problem: Problem) => { layers: Layer[]; inputShape: number[] }][] =
  [
    [
      'convolutions',
      ({ length, channels, filters, hidden, classes, pool }) => ({
        layers: [
          conv1d(filters, { activation: 'relu' }),
          maxPool1d(pool),
          conv1d(filters + 1),
          relu(),
          maxPool1d(pool),
          flatten(),
          dense(hidden, { activation: 'relu' }),
          dropout(0.3),
          dense(classes),
        ],
        inputShape: [length, channels],
      }),
    ],
    [
      'a transformer',
      ({ channels, filters, hidden, classes }) => ({
        layers: [
          conv1d(filters + 2),
          residual([layerNorm({ epsilon: 1e-2 }), multiHeadAttention(2, { keySize: 2 })]),
          residual([conv1d(hidden, { size: 1 }), gelu(), conv1d(filters + 2, { size: 1 })]),
          sequencePool(),
          dense(classes),
        ],
        inputShape: [6, channels],
      }),
    ],
    [
      'an image network',
      ({ channels, filters, classes, pool }) => ({
        layers: [
          reshape([5, 6, channels]),
          conv2d(filters, { stride: 2, padding: 1, bias: false }),
          batchNorm({ epsilon: 1e-2 }),
          residual([depthwiseConv2d({ padding: 1 }), batchNorm({ epsilon: 1e-2 }), gelu()]),
          conv2d(filters + 1, { size: 1, activation: 'relu' }),
          avgPool2d(pool),
          globalAvgPool2d(),
          dense(classes),
        ],
        inputShape: [5, 6 * channels],
      }),
    ],
  ];

describe.each(kinds)('the gradients of a whole network: %s', (_, build) => {
  it('are central differences of its loss, with dropout, focal loss, smoothing and class weights', () => {
    fc.assert(
      fc.property(networks, (problem) => {
        const { classes, count } = problem;
        const { layers, inputShape } = build(problem);
        const network = createNetwork({
          layers,
          inputShape,
          seed: problem.seed,
        });
        const engine = createEngine({
          modules: networkModules(network),
          backend: 'scalar',
          precision: 'float64',
        });
        const runtime = createRuntime(engine, network, { batch: count, training: true });
        const random = seededRandom(problem.seed);
        const { memory, batch, lanes } = runtime;
        const { total, offsets } = memory.places;
        const loss = {
          gamma: problem.gamma,
          smoothing: problem.smoothing,
          classWeights: Array.from({ length: classes }, () => 0.5 + random()),
        };
        const state = createTrainState(runtime, { averaged: false });
        const trainStep = createTrainStep(runtime, { loss, optimizer: OPTIMIZER, state });
        const input = engine.realsAt(batch.samples, count * sizeOf(inputShape));
        for (const place of input.keys()) input[place] = 2 * random() - 1;
        const labels = engine.int32At(batch.labels, count);
        for (const place of labels.keys()) labels[place] = Math.floor(random() * classes);
        const lossOf = (): number => trainStep(count, { step: 1, learningRate: 0, seed: 5 });
        const weights = engine.realsAt(memory.weights, total);
        // Biases of exactly 0 would put the ReLU of zeros on its kink.
        for (const place of weights.keys()) weights[place] += 0.1 * (random() - 0.5);
        lossOf();
        const gradients = Array.from(engine.realsAt(lanes[0].gradients, total));
        const { averages } = memory.places;
        const checked = network.parameters.flatMap(({ name }, index) =>
          averages.some(({ offset }) => offset === offsets[index])
            ? []
            : Array.from(network.weights[name].slice(0, 12), (_, place) => offsets[index] + place),
        );
        const middleLoss = lossOf();
        const slopes = checked.map((place) => {
          const middle = weights[place];
          weights[place] = middle + STEP;
          const up = lossOf();
          weights[place] = middle - STEP;
          const down = lossOf();
          weights[place] = middle;
          // Where the slopes to both sides differ by more than is allowed below, a ReLU or a maximum
          // changes within the step, and no difference can tell the slope.
          const kink = Math.abs(up + down - 2 * middleLoss) / STEP > 2 * TOLERANCE;
          return { place, slope: (up - down) / (2 * STEP), kink };
        });
        const smooth = slopes.filter(({ kink }) => !kink);
        expect(smooth.length).toBeGreaterThan(slopes.length / 2);
        expectClose(
          smooth.map(({ place }) => gradients[place]),
          smooth.map(({ slope }) => slope),
          TOLERANCE,
        );
      }),
      { numRuns: 15 },
    );
  });
});
