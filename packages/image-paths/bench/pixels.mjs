// Microseconds an image, medians on one thread: resizing, each augmentation, features.
//   node bench/pixels.mjs
import { createEngine } from '@sig/kernels';
import {
  augmentationNames,
  createAugmentation,
  createFeatures,
  defaultRecipe,
  resizeArea,
  seededRandom,
} from '../dist/index.js';

const ROUNDS = 15;
const REPEATS = 50;

function median(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat++) work();
    times.push(((performance.now() - started) * 1000) / REPEATS);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1].toFixed(1);
}

const random = seededRandom(1);
const noisy = (side) => ({
  width: side,
  height: side,
  channels: 3,
  data: Uint8Array.from({ length: side * side * 3 }, () => random() * 256),
});
const image = noisy(64);
const large = noisy(224);
const target = new Uint8Array(image.data.length);
const rows = { 'resizeArea 224 to 64': median(() => resizeArea(large, 64, 64, target)) };

for (const name of augmentationNames) {
  const augment = createAugmentation(name);
  rows[name] = median(() => augment(image.data, image, target, random));
}

for (const [name, options] of Object.entries({
  'signature, rows': {},
  'signature, both': { direction: 'both' },
  pixels: { transform: 'pixels' },
  field: { transform: 'field' },
})) {
  const features = createFeatures(defaultRecipe(options));
  const engine = createEngine({ modules: features.modules });
  const input = engine.allocate(features.inputBytes);
  const output = engine.allocateReals(
    features.shape.reduce((product, extent) => product * extent, 1),
  );
  engine.bytesAt(input, features.inputBytes).set(image.data);
  const program = [];
  features.push(program, engine, input, output, 1);
  rows[name] = median(() => engine.run([program]));
}
console.table(Object.fromEntries(Object.entries(rows).map(([name, us]) => [name, { µs: us }])));
