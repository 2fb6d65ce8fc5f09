// The time of one training step of the heads of ImageSig on random features, with compiled kernels
// on one and two threads and with the scalar twins. Prints medians.
import { createThreadedEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { cnn1dHead, createNetwork, fcHead, fit } from '../dist/index.js';

const SHAPE = [64, 120];
const BATCH = 256;
const features = Float32Array.from({ length: SHAPE[0] * SHAPE[1] }, (_, i) => Math.sin(i * i));

const dataset = (batches) => ({
  count: batches * BATCH,
  classes: ['a', 'b'],
  labels: new Int32Array(batches * BATCH).map((_, index) => index % 2),
  read: (index, target) => {
    target.set(features);
    target[index % features.length] += 1;
  },
});

/** Milliseconds of the steps of one epoch, reading left out as far as it can be told apart. */
async function stepTimes(head, { threads, backend, steps }) {
  const network = createNetwork({ layers: head(SHAPE, 2), inputShape: SHAPE });
  const engine = await createThreadedEngine({ modules: [linearModule], threads, backend });
  const times = [];
  let reading = 0;
  let last;
  const timed = dataset(steps + 2);
  const read = timed.read;
  timed.read = (index, target) => {
    const started = performance.now();
    read(index, target);
    reading += performance.now() - started;
  };
  await fit(network, timed, {
    epochs: 1,
    batch: BATCH,
    engine,
    standardise: false,
    onBatch: () => {
      const now = performance.now();
      if (last !== undefined) times.push(now - last - reading);
      reading = 0;
      last = now;
    },
  });
  engine.close();
  return times.slice(1).sort((a, b) => a - b);
}

for (const [name, head] of [
  ['cnn1d', cnn1dHead],
  ['fc', fcHead],
]) {
  for (const [label, options] of [
    ['1 thread', { threads: 1, backend: 'simd', steps: 40 }],
    ['2 threads', { threads: 2, backend: 'simd', steps: 40 }],
    ['scalar twin', { threads: 1, backend: 'scalar', steps: 3 }],
  ]) {
    const times = await stepTimes(head, options);
    const median = times[times.length >> 1];
    process.stdout.write(
      `${name.padEnd(6)} ${label.padEnd(12)} ${median.toFixed(1)} ms a step of ${BATCH} (median of ${times.length})\n`,
    );
  }
}
