import { createNetwork, fit, networkModules } from '@sig/heads';
import {
  createAugmentation,
  createFeatures,
  defaultRecipe,
  parseAugmentation,
} from '@sig/image-paths';
import { createThreadedEngine } from '@sig/kernels';
import { AUGMENTATION } from './networks.mjs';

const BATCH = 128;
const STEPS = 12;
// The first steps warm up.
const WARM = 3;

/**
 * Microseconds an image of what is done in every epoch, medians over batches of 128.
 *
 * @typedef {object} StepFigures
 * @property {number} augment bytes to augmented bytes, on the calling thread
 * @property {number} features bytes to features, on all threads
 * @property {number} step the layers forward and backward and the optimiser, on all threads
 */

/**
 * @param {import('./networks.mjs').Choice} choice
 * @param {import('@sig/image-paths').ImageSet} images
 * @param {readonly string[]} classes
 * @param {number} threads
 * @returns {Promise<StepFigures>}
 */
export async function measureStep(choice, images, classes, threads) {
  const features = createFeatures(defaultRecipe(choice.features));
  const layers = choice.head(features.shape, classes.length);
  const network = createNetwork({ layers, features, seed: 1 });
  const engine = await createThreadedEngine({ modules: networkModules(network), threads });
  const featureTime = measureFeatures(engine, features, images);

  const augment = createAugmentation(parseAugmentation(AUGMENTATION));
  const bytes = images.width * images.height * images.channels;
  let augmenting = 0;
  /** @type {{ augment: number, whole: number }[]} */
  const steps = [];
  let last = performance.now();
  await fit(
    network,
    {
      count: BATCH * STEPS,
      classes: [...classes],
      labels: Array.from(
        { length: BATCH * STEPS },
        (_, place) => images.labels[place % images.count],
      ),
      read(place, target, random) {
        const start = (place % images.count) * bytes;
        const pixels = images.pixels.subarray(start, start + bytes);
        if (random === undefined || !(target instanceof Uint8Array)) return target.set(pixels);
        const started = performance.now();
        augment(pixels, images, target, random);
        augmenting += performance.now() - started;
      },
    },
    {
      epochs: 1,
      batch: BATCH,
      engine,
      standardise: false,
      onBatch() {
        const now = performance.now();
        steps.push({ augment: augmenting, whole: now - last });
        augmenting = 0;
        last = now;
      },
    },
  );
  engine.close();
  const counted = steps.slice(WARM);
  const augmentTime = median(counted.map((step) => step.augment));
  const rest = median(counted.map((step) => step.whole - step.augment)) - featureTime;
  const each = 1000 / BATCH;
  return { augment: augmentTime * each, features: featureTime * each, step: rest * each };
}

/**
 * Milliseconds of the features of a batch.
 *
 * @param {import('@sig/kernels').Engine} engine
 * @param {import('@sig/kernels').Features} features
 * @param {import('@sig/image-paths').ImageSet} images
 */
function measureFeatures(engine, features, images) {
  // They may enlarge the workspace, which must lie below what is freed.
  features.push([], engine, 0, 0, 1);
  const release = engine.frame();
  const size = features.shape.reduce((product, extent) => product * extent, 1);
  const samples = engine.allocate(BATCH * features.inputBytes);
  const output = engine.allocateReals(BATCH * size);
  for (let place = 0; place < BATCH; place++) {
    const start = (place % images.count) * features.inputBytes;
    const pixels = images.pixels.subarray(start, start + features.inputBytes);
    engine.bytesAt(samples + place * features.inputBytes, features.inputBytes).set(pixels);
  }
  const programs = Array.from({ length: engine.threads }, (_, thread) => {
    const first = Math.floor((thread * BATCH) / engine.threads);
    const count = Math.floor(((thread + 1) * BATCH) / engine.threads) - first;
    /** @type {import('@sig/kernels').KernelCall[]} */
    const program = [];
    const from = samples + first * features.inputBytes;
    features.push(program, engine, from, output + first * size * engine.realBytes, count);
    return program;
  });
  const times = Array.from({ length: STEPS }, () => {
    const started = performance.now();
    engine.run(programs);
    return performance.now() - started;
  });
  release();
  return median(times.slice(WARM));
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
