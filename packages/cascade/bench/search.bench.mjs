// CPU seconds that the exact search takes on three stages: the Pareto front over all pairs of thresholds, on
// confidences that are all different. Stages like those of the report (right about 73, 85 and 90 images of
// 100, and surer where they are right), stages that guess, and the worst case: a last stage that is right
// where the others never are.
//
//   node packages/cascade/bench/search.bench.mjs [images]
import { seededRandom } from '@sig/kernels/random';
import { findFront } from '../dist/index.js';

const images = Number(process.argv[2] ?? 100_000);
const macs = [36_916_224, 672_203_776, 4_089_184_256];

/** Scores of stages, of which each image is hard for all or for none. */
function stages(accuracies, random, sureness) {
  const hardness = Float64Array.from({ length: images }, random);
  return accuracies.map((accuracy, stage) => {
    const correct = Uint8Array.from(hardness, (hard) =>
      0.8 * hard + 0.2 * random() < accuracy ? 1 : 0,
    );
    const confidence = Float64Array.from(
      correct,
      (right) => random() ** (right ? 1 / sureness : 1),
    );
    const cost = { macs: macs[stage], bytes: 0, params: 0 };
    return { name: `${stage}`, confidence, predicted: new Int32Array(images), correct, cost };
  });
}

const random = seededRandom(1);
const cases = {
  'like the report': stages([0.727, 0.854, 0.896], random, 4),
  coins: stages([0.5, 0.5, 0.5], random, 1).map((stage) => ({
    ...stage,
    correct: stage.correct.map(() => (random() < 0.5 ? 1 : 0)),
  })),
  'worst case': stages([0, 0, 1], random, 1),
};
for (const [name, scores] of Object.entries(cases)) {
  const seconds = [];
  let points = 0;
  for (let turn = 0; turn < 3; turn++) {
    const start = process.cpuUsage();
    points = findFront(scores).length;
    const { user, system } = process.cpuUsage(start);
    seconds.push((user + system) / 1e6);
  }
  const [least] = seconds.sort((a, b) => a - b);
  process.stdout.write(
    `${name.padEnd(16)} ${images} images, ${points} points on the front: ${seconds[1].toFixed(2)} s (least ${least.toFixed(2)} s)\n`,
  );
}
