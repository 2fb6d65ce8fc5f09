// Milliseconds from a decoded 64×64 RGB image to probabilities, on one thread: the published CNN1D head
// on rows at depth 4 in float32 and int8, and two and four heads over one pass of features beside as
// many classifiers by themselves. Medians and minima of turns that alternate.
//
//   node packages/edge/bench/runtime.bench.mjs
import { architectureToJSON, cnn1dHead, createNetwork } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { encodeModel, productLayers, quantizeModel } from '../dist/index.js';
import { createClassifier } from '../dist/runtime/index.js';

const recipe = defaultRecipe({ width: 64, height: 64, depth: 4 });
const inputShape = recipeShape(recipe);
const models = [1, 2, 3, 4].map((seed) => {
  const network = createNetwork({ layers: cnn1dHead(inputShape, 2), inputShape, seed });
  const architecture = architectureToJSON(network);
  const { weights } = network;
  const labels = ['no', 'yes'];
  return /** @type {const} */ ({ kind: 'classifier', labels, recipe, architecture, weights });
});
const files = models.map((model) => encodeModel(model));
const ranges = productLayers(models[0].architecture).map((name) => [
  name,
  { scale: Math.fround(0.05), zeroPoint: 0 },
]);
const int8 = encodeModel(
  quantizeModel(models[0], { mode: 'int8', activations: Object.fromEntries(ranges) }),
);

const image = {
  width: 64,
  height: 64,
  data: Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => 128 + 100 * Math.sin(at * 0.37)),
};
/** @param {readonly Uint8Array[]} all */
const apart = (all) => {
  const classifiers = all.map((file) => createClassifier(file));
  return () => classifiers.forEach((classifier) => void classifier.classify(image));
};
/** @param {readonly Uint8Array[]} all */
const together = (all) => {
  const classifier = createClassifier(all);
  return () => void classifier.classify(image);
};
/** @type {[string, () => void][]} */
const ways = [
  ['1 head, float32', apart(files.slice(0, 1))],
  ['1 head, int8', apart([int8])],
  ['2 heads apart', apart(files.slice(0, 2))],
  ['2 heads together', together(files.slice(0, 2))],
  ['4 heads apart', apart(files)],
  ['4 heads together', together(files)],
];
const times = ways.map(() => /** @type {number[]} */ ([]));
for (let turn = 0; turn < 600; turn++) {
  ways.forEach(([, run], way) => {
    const start = performance.now();
    run();
    if (turn >= 100) times[way].push(performance.now() - start);
  });
}
process.stdout.write('                    median      min  ms an image\n');
ways.forEach(([name], way) => {
  const sorted = times[way].sort((a, b) => a - b);
  const figures = [sorted[sorted.length >> 1], sorted[0]].map((ms) => ms.toFixed(3).padStart(8));
  process.stdout.write(`${name.padEnd(18)}${figures.join(' ')}\n`);
});
