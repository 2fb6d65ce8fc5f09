// Milliseconds an image at batch 1 on one thread, in one run: the runtime from a decoded 64×64 RGB image
// to probabilities (published CNN1D head, rows at depth 4, random weights), and MobileNetV2 from its
// tensor on, in onnxruntime-node and onnxruntime-web. `sig measure` does so for a model file.
//
//   node packages/edge/bench/mobile-net.bench.mjs [seconds]
import * as node from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { loadMobileNet, measureInTurns, syntheticImage } from '../dist/measure/index.js';
import { createClassifier } from '../dist/runtime/index.js';
import { printMeasurements } from './print-measurements.mjs';
import { publishedModel } from './published-model.mjs';

web.env.wasm.numThreads = 1;

const classifier = createClassifier(publishedModel());
const image = syntheticImage(64, 64);
/** @type {import('../dist/measure/index.js').Task[]} */
const tasks = [{ name: '@sig/edge/runtime', run: () => classifier.classify(image) }];
for (const { alpha, size } of [
  { alpha: 1, size: 224 },
  { alpha: 0.35, size: 96 },
]) {
  const inNode = await loadMobileNet(node, { alpha, size, provider: 'cpu' });
  const inWeb = await loadMobileNet(web, { alpha, size, provider: 'wasm' });
  tasks.push({ name: `${inNode.name}, node`, run: inNode.run });
  tasks.push({ name: `${inWeb.name}, web`, run: inWeb.run });
}
printMeasurements(await measureInTurns(tasks, { seconds: Number(process.argv[2] ?? 10) }));
