// Milliseconds from a decoded 64×64 RGB image to probabilities, on one thread: the published CNN1D head
// on rows at depth 4 in float32 and int8 (random weights), and two and four heads over one pass of
// features beside as many classifiers by themselves.
//
//   node packages/edge/bench/runtime.bench.mjs [seconds]
import { measureInTurns, syntheticImage } from '../dist/measure/index.js';
import { createClassifier } from '../dist/runtime/index.js';
import { printMeasurements } from './print-measurements.mjs';
import { publishedModel } from './published-model.mjs';

const files = [1, 2, 3, 4].map((seed) => publishedModel({ seed }));
const image = syntheticImage(64, 64);

/** @param {string} name @param {readonly Uint8Array[]} all */
const apart = (name, all) => {
  const classifiers = all.map((file) => createClassifier(file));
  return { name, run: () => classifiers.forEach((classifier) => void classifier.classify(image)) };
};
/** @param {string} name @param {readonly Uint8Array[]} all */
const together = (name, all) => {
  const classifier = createClassifier(all);
  return { name, run: () => void classifier.classify(image) };
};
const tasks = [
  apart('1 head, float32', files.slice(0, 1)),
  apart('1 head, dynamic-int8', [publishedModel({ mode: 'dynamic-int8' })]),
  apart('1 head, int8', [publishedModel({ mode: 'int8' })]),
  apart('2 heads apart', files.slice(0, 2)),
  together('2 heads together', files.slice(0, 2)),
  apart('4 heads apart', files),
  together('4 heads together', files),
];
printMeasurements(await measureInTurns(tasks, { seconds: Number(process.argv[2] ?? 10) }));
