// Milliseconds an image at batch 1 on one thread, in one run: the runtime from a decoded 64×64 RGB image
// to probabilities (published CNN1D head, rows at depth 4), and MobileNetV2 with random weights from
// its tensor on, in onnxruntime-node and onnxruntime-web. Medians and minima of turns that alternate.
//
//   node packages/edge/bench/mobile-net.bench.mjs
import { architectureToJSON, cnn1dHead, createNetwork } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import * as node from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { encodeOnnx, mobileNetV2 } from '../dist/baselines/index.js';
import { encodeModel } from '../dist/index.js';
import { createClassifier } from '../dist/runtime/index.js';

const TURNS = 30;
web.env.wasm.numThreads = 1;

const recipe = defaultRecipe({ width: 64, height: 64, depth: 4 });
const inputShape = recipeShape(recipe);
const network = createNetwork({ layers: cnn1dHead(inputShape, 2), inputShape });
const { weights } = network;
const architecture = architectureToJSON(network);
const classifier = createClassifier(
  encodeModel({ kind: 'classifier', labels: ['no', 'yes'], recipe, architecture, weights }),
);
const pixels = Uint8Array.from({ length: 64 * 64 * 3 }, (_, at) => 128 + 100 * Math.sin(at * 0.37));

/** @type {[string, () => unknown][]} */
const ways = [
  ['@sig/edge/runtime', () => classifier.classify({ width: 64, height: 64, data: pixels })],
];
for (const [alpha, size] of [
  [1, 224],
  [0.35, 96],
]) {
  const bytes = encodeOnnx(mobileNetV2({ alpha, size }));
  const values = new Float32Array(3 * size * size).fill(0.3);
  const inNode = await node.InferenceSession.create(bytes, { intraOpNumThreads: 1 });
  const inWeb = await web.InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const image = new node.Tensor('float32', values, [1, 3, size, size]);
  const webImage = new web.Tensor('float32', values, [1, 3, size, size]);
  ways.push([`MobileNetV2 ${alpha}@${size}, node`, () => inNode.run({ image })]);
  ways.push([`MobileNetV2 ${alpha}@${size}, web`, () => inWeb.run({ image: webImage })]);
}
// Compiled code first.
for (let turn = 0; turn < 300; turn++) ways[0][1]();
const times = ways.map(() => /** @type {number[]} */ ([]));
for (let turn = 0; turn < TURNS; turn++) {
  for (const [way, [, run]] of ways.entries()) {
    const start = performance.now();
    await run();
    times[way].push(performance.now() - start);
  }
}
const figures = times.map((all) => {
  const sorted = all.sort((a, b) => a - b);
  return [sorted[sorted.length >> 1], sorted[0]];
});
process.stdout.write(`${''.padEnd(28)}  median      min  times the first\n`);
ways.forEach(([name], way) => {
  const [median, least] = figures[way];
  const cells = [median.toFixed(3), least.toFixed(3), (median / figures[0][0]).toFixed(1)];
  process.stdout.write(`${name.padEnd(26)}${cells.map((cell) => cell.padStart(9)).join('')}\n`);
});
