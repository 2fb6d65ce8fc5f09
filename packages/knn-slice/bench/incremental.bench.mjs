// Fitness of candidates for one filter of the second layer, leave-one-out on MNIST digits: distances as
// a constant part plus 25 columns, beside all 1,600 features computed anew for each candidate.
import { createCmaEs } from '@sig/evo';
import { readMnist } from '@sig/image-paths/node';
import { createThreadedEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { createFeatureNet, evolve } from '../dist/index.js';

const count = Number(process.argv[2] ?? 2000);
const { train } = await readMnist();
const images = train.pixels.subarray(0, count * 784);
const labels = train.labels.subarray(0, count);
const engine = await createThreadedEngine({ modules: [linearModule], threads: 2 });
const network = createFeatureNet({ seed: 1 });

const strategy = (start, seed) => createCmaEs({ start, sigma: 0.05, seed, populationSize: 12 });
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];
const idle = await evolve(network, { images, labels }, { engine, onGeneration: () => false });

/** Milliseconds a candidate for one unit takes, median of its generations. */
async function measure(next, generations) {
  const marks = [];
  await evolve(
    network,
    { images, labels },
    {
      engine,
      strategy,
      state: { ...idle.state, next, strategy: undefined, before: undefined },
      evaluations: 12 * (generations + 1),
      onGeneration: () => {
        marks.push(performance.now());
        return marks.length <= generations;
      },
    },
  );
  return median(marks.slice(1).map((mark, index) => (mark - marks[index]) / 12));
}

// A filter of the first layer changes every feature: all is computed anew, by the same search.
const whole = await measure(0, 2);
const ours = await measure(32, 5);
engine.close();
console.log(
  `${count} digits: ${ours.toFixed(0)} ms a candidate, ${whole.toFixed(0)} ms in full, ${(whole / ours).toFixed(1)} times`,
);
