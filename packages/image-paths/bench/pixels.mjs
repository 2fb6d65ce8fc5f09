// Microseconds an image, medians on one thread: resizing, each augmentation, the copy that costs
// most, looking for duplicates, features.
//   node bench/pixels.mjs
import { createEngine } from '@sig/kernels';
import {
  augmentationNames,
  createAugmentation,
  createCopies,
  createFeatures,
  defaultRecipe,
  findDuplicates,
  resizeArea,
  seededRandom,
} from '../dist/index.js';

const ROUNDS = 15;
const REPEATS = 50;

/** `images` are how many one piece of work is about. */
function median(work, images = 1) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    for (let repeat = 0; repeat < REPEATS; repeat++) work();
    times.push(((performance.now() - started) * 1000) / REPEATS / images);
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
const target = new Uint8Array(image.data.length);
const rows = {};
for (const [from, to] of [
  [224, 64],
  [224, 32],
  [128, 64],
  [128, 32],
  [64, 32],
]) {
  const given = noisy(from);
  const smaller = new Uint8Array(to * to * 3);
  rows[`resizeArea ${from} to ${to}`] = median(() => resizeArea(given, to, to, smaller));
}

for (const name of augmentationNames) {
  const augment = createAugmentation(name);
  rows[name] = median(() => augment(image.data, image, target, random));
}

const copies = createCopies('brightness:40');
rows['copy brightness:40'] = median(() => copies.write(0, 0, image.data, image, target));

const count = 100;
const pixels = Uint8Array.from({ length: count * image.data.length }, () => random() * 256);
const set = { ...image, count, pixels, labels: new Int32Array(count) };
rows.findDuplicates = median(() => findDuplicates([set]), count);

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
