// The local signature field, compiled and as its scalar twin in the same run: medians in microseconds
// of one image on one thread. Run it after a build: node bench/field.bench.mjs
import {
  fieldBytes,
  fieldChannels,
  fieldExtent,
  fieldModule,
  fieldWorkspaceBytes,
  realField,
  realFieldBackward,
  realFieldScratch,
} from '../dist/field/index.js';
import { createEngine } from '../dist/index.js';

const TIMES = 15;
const MINIMUM_MILLISECONDS = 3;

/** Median of the microseconds that one run takes. */
function measure(run) {
  run();
  let repeats = 1;
  const time = () => {
    const start = performance.now();
    for (let index = 0; index < repeats; index++) run();
    return performance.now() - start;
  };
  while (time() < MINIMUM_MILLISECONDS) repeats *= 2;
  const samples = Array.from({ length: TIMES }, () => (time() / repeats) * 1000);
  return samples.sort((a, b) => a - b)[TIMES >> 1];
}

function fieldCase(backend, windows) {
  const engine = createEngine({ modules: [fieldModule], backend });
  engine.reserveWorkspace(fieldWorkspaceBytes(windows));
  const { height, width, channels } = windows;
  const pixels = engine.allocate(height * width * channels);
  const bytes = engine.bytesAt(pixels, height * width * channels);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * at * 31) % 251;
  const places = fieldExtent(height, windows) * fieldExtent(width, windows);
  const out = engine.allocateReals(places * fieldChannels(windows));
  const call = fieldBytes({ ...windows, pixels, images: 1, out });
  return measure(() => engine.call(...call));
}

/** The field of a feature map, with its gradient where that is asked for. */
function realCase(backend, { gradient = false, ...windows }) {
  const engine = createEngine({ modules: [fieldModule], backend });
  const values = windows.height * windows.width * windows.channels;
  const places = fieldExtent(windows.height, windows) * fieldExtent(windows.width, windows);
  const features = places * fieldChannels({ ...windows, depth: 2 });
  const [input, inputGradient] = [values, values].map(engine.allocateReals);
  const [output, outputGradient] = [features, features].map(engine.allocateReals);
  const scratch = engine.allocateReals(realFieldScratch(windows));
  for (const [at, count] of [
    [input, values],
    [outputGradient, features],
  ]) {
    const reals = engine.realsAt(at, count);
    for (let k = 0; k < count; k++) reals[k] = Math.sin(k * k);
  }
  const call = { ...windows, samples: 1, scratch, input, output };
  engine.call(...realField(call));
  const program = gradient
    ? realFieldBackward({ ...call, outputGradient, inputGradient })
    : realField(call);
  return measure(() => engine.call(...program));
}

const square = (size) => ({
  height: size,
  width: size,
  channels: 3,
  window: 8,
  stride: 4,
  depth: 2,
});
const cases = [
  ['64×64×3, windows 8 at 4, depth 2', square(64)],
  ['the same without mean and deviation', { ...square(64), moments: false }],
  ['the same, rows only', { ...square(64), moments: false, direction: 'rows' }],
  ['the same, columns only', { ...square(64), moments: false, direction: 'columns' }],
  ['64×64×3, windows 32 at 4, depth 2', { ...square(64), window: 32 }],
  ['64×64×3, windows 8 at 4, depth 3', { ...square(64), depth: 3 }],
  ['28×28×1 and time, windows 8 at 4, depth 2', { ...square(28), channels: 1, time: true }],
  ['224×224×3, windows 8 at 4, depth 2', square(224)],
];

const map = (size, channels) => ({
  height: size,
  width: size,
  channels,
  window: 4,
  stride: 2,
});
const realCases = [
  ['reals 64×64×6, windows 4 at 2', map(64, 6)],
  ['its gradient', { ...map(64, 6), gradient: true }],
  ['reals 64×64×6, windows 5 at 2', { ...map(64, 6), window: 5 }],
  ['its gradient', { ...map(64, 6), window: 5, gradient: true }],
  ['reals 64×64×8, windows 4 at 2', map(64, 8)],
  ['its gradient', { ...map(64, 8), gradient: true }],
];

const line = (...cells) =>
  process.stdout.write(
    `${cells.map((cell, at) => (at ? cell.padStart(10) : cell.padEnd(44))).join('')}\n`,
  );

line('case', 'wasm µs', 'scalar µs', 'ratio');
for (const [time, list] of [
  [fieldCase, cases],
  [realCase, realCases],
]) {
  for (const [name, windows] of list) {
    const [compiled, twin] = ['simd', 'scalar'].map((backend) => time(backend, windows));
    line(name, compiled.toFixed(1), twin.toFixed(0), (twin / compiled).toFixed(1));
  }
}
