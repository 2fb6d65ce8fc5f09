// The time of one training step on random features with compiled kernels, on one and two threads, and
// with the scalar twins: the heads of ImageSig, and, without twins, which take minutes, the separable
// networks on pixels and on the signature field at 64 pixels. Prints medians.
import { createThreadedEngine } from '@sig/kernels';
import { linearModule } from '@sig/kernels/linear';
import { cnn1dHead, createNetwork, fcHead, fieldHead, fit, separableHead } from '../dist/index.js';

const LINES = [
  { name: 'cnn1d', head: cnn1dHead, shape: [64, 120], batch: 256, steps: 40, twin: true },
  { name: 'fc', head: fcHead, shape: [64, 120], batch: 256, steps: 40, twin: true },
  { name: 'separable', head: separableHead, shape: [64, 64, 3], batch: 128, steps: 15 },
  { name: 'field', head: fieldHead, shape: [15, 15, 30], batch: 128, steps: 15 },
];

function dataset(shape, count) {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const features = Float32Array.from({ length: size }, (_, i) => Math.sin(i * i));
  return {
    count,
    classes: ['a', 'b'],
    labels: new Int32Array(count).map((_, index) => index % 2),
    read: (index, target) => {
      target.set(features);
      target[index % size] += 1;
    },
  };
}

/** Milliseconds of the steps of one epoch, reading left out as far as it can be told apart. */
async function stepTimes({ head, shape, batch }, { threads, backend, steps }) {
  const network = createNetwork({ layers: head(shape, 2), inputShape: shape });
  const engine = await createThreadedEngine({ modules: [linearModule], threads, backend });
  const times = [];
  let reading = 0;
  let last;
  const timed = dataset(shape, (steps + 2) * batch);
  const read = timed.read;
  timed.read = (index, target) => {
    const started = performance.now();
    read(index, target);
    reading += performance.now() - started;
  };
  await fit(network, timed, {
    epochs: 1,
    batch,
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

for (const line of LINES) {
  for (const [label, options] of [
    ['1 thread', { threads: 1, backend: 'simd', steps: line.steps }],
    ['2 threads', { threads: 2, backend: 'simd', steps: line.steps }],
    ...(line.twin ? [['scalar twin', { threads: 1, backend: 'scalar', steps: 3 }]] : []),
  ]) {
    const times = await stepTimes(line, options);
    const median = times[times.length >> 1];
    process.stdout.write(
      `${line.name.padEnd(9)} ${label.padEnd(12)} ${median.toFixed(1)} ms a step of ${line.batch} (median of ${times.length})\n`,
    );
  }
}
