import { createEngine } from '@sig/kernels';
import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRuntime } from '../../src/execution/runtime.js';
import {
  conv1d,
  createNetwork,
  dense,
  dropout,
  flatten,
  type Layer,
  maxPool1d,
  networkModules,
  relu,
} from '../../src/index.js';
import { createTrainStep } from '../../src/training/train-step.js';
import { expectClose } from '../expect-close.js';

const STEP = 1e-6;
const TOLERANCE = 1e-6;
const OPTIMIZER = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 };

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

describe('the gradients of a whole network', () => {
  it('are central differences of its loss, with dropout, focal loss, smoothing and class weights', () => {
    fc.assert(
      fc.property(networks, (problem) => {
        const { length, channels, filters, hidden, classes, count, pool } = problem;
        const layers: Layer[] = [
          conv1d(filters, { activation: 'relu' }),
          maxPool1d(pool),
          conv1d(filters + 1),
          relu(),
          maxPool1d(pool),
          flatten(),
          dense(hidden, { activation: 'relu' }),
          dropout(0.3),
          dense(classes),
        ];
        const network = createNetwork({
          layers,
          inputShape: [length, channels],
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
        const trainStep = createTrainStep(runtime, loss, OPTIMIZER);
        const input = engine.realsAt(batch.samples, count * length * channels);
        for (const place of input.keys()) input[place] = 2 * random() - 1;
        const labels = engine.int32At(batch.labels, count);
        for (const place of labels.keys()) labels[place] = Math.floor(random() * classes);
        const lossOf = (): number => trainStep(count, { step: 1, learningRate: 0, seed: 5 });
        const weights = engine.realsAt(memory.weights, total);
        // Biases of exactly 0 would put the ReLU of zeros on its kink.
        for (const place of weights.keys()) weights[place] += 0.1 * (random() - 0.5);
        lossOf();
        const gradients = Array.from(engine.realsAt(lanes[0].gradients, total));
        const checked = network.parameters.flatMap(({ name }, index) =>
          Array.from(network.weights[name].slice(0, 12), (_, place) => offsets[index] + place),
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
