// Signature kernels, the compiled one and its scalar twin in the same run: medians in microseconds
// of a whole batch on one thread. Run it after a build: node bench/signature.bench.mjs
import { createEngine } from '../dist/index.js';
import {
  signatureBackward,
  signatureBackwardWorkspaceBytes,
  signatureBytes,
  signatureModule,
  signatureReals,
  signatureWorkspaceBytes,
  tensorLog,
  wordCount,
} from '../dist/signature/index.js';

const TIMES = 15;
const MINIMUM_MILLISECONDS = 3;

/** Median of the microseconds that one run takes. */
function measure(run) {
  run();
  let repeats = 1;
  let elapsed = 0;
  const time = () => {
    const start = performance.now();
    for (let index = 0; index < repeats; index++) run();
    return performance.now() - start;
  };
  for (;;) {
    elapsed = time();
    if (elapsed >= MINIMUM_MILLISECONDS) break;
    repeats *= 2;
  }
  if (elapsed > 200) return elapsed * 1000;
  const samples = Array.from({ length: TIMES }, () => (time() / repeats) * 1000);
  return samples.sort((a, b) => a - b)[TIMES >> 1];
}

function pathCase(engine, channels, depth, length, paths) {
  const mark = engine.mark();
  const words = wordCount(channels, depth);
  const path = engine.allocateReals(paths * length * channels);
  const reals = engine.realsAt(path, paths * length * channels);
  for (let at = 0; at < reals.length; at++) reals[at] = Math.sin(at * at) * 0.1;
  const out = engine.allocateReals(paths * words);
  const call = signatureReals({
    path,
    paths,
    pathStride: length * channels,
    length,
    stepStride: channels,
    channels,
    depth,
    out,
    outStride: words,
  });
  const micros = measure(() => engine.call(...call));
  engine.release(mark);
  return micros;
}

function backwardCase(engine, channels, depth, length, paths) {
  const mark = engine.mark();
  const words = wordCount(channels, depth);
  const count = paths * length * channels;
  const path = engine.allocateReals(count);
  const reals = engine.realsAt(path, count);
  for (let at = 0; at < reals.length; at++) reals[at] = Math.sin(at * at) * 0.1;
  const signature = engine.allocateReals(paths * words);
  const cotangent = engine.allocateReals(paths * words);
  const gradient = engine.allocateReals(count);
  engine.realsAt(cotangent, paths * words).fill(1);
  const shape = {
    path,
    paths,
    pathStride: length * channels,
    length,
    stepStride: channels,
    channels,
    depth,
  };
  engine.call(...signatureReals({ ...shape, out: signature, outStride: words }));
  const call = signatureBackward({
    ...shape,
    signature,
    signatureStride: words,
    cotangent,
    cotangentStride: words,
    gradient,
    gradientPathStride: length * channels,
    gradientStepStride: channels,
  });
  const micros = measure(() => engine.call(...call));
  engine.release(mark);
  return micros;
}

function logarithmCase(engine, channels, depth, count) {
  const mark = engine.mark();
  const words = wordCount(channels, depth);
  const x = engine.allocateReals(count * words);
  engine.realsAt(x, count * words).fill(0.1);
  const out = engine.allocateReals(count * words);
  const call = tensorLog({ x, xStride: words, count, channels, depth, out, outStride: words });
  const micros = measure(() => engine.call(...call));
  engine.release(mark);
  return micros;
}

function imageCase(engine, size, channels, depth, options, columns) {
  const mark = engine.mark();
  const words = wordCount(channels + (options.time ? 1 : 0), depth);
  const pixels = engine.allocate(size * size * channels);
  const bytes = engine.bytesAt(pixels, size * size * channels);
  for (let at = 0; at < bytes.length; at++) bytes[at] = (at * at * 31) % 251;
  const out = engine.allocateReals(size * words);
  const call = signatureBytes({
    pixels,
    paths: size,
    pathStride: columns ? channels : size * channels,
    length: size,
    stepStride: columns ? size * channels : channels,
    channels,
    depth,
    ...options,
    out,
    outStride: words,
  });
  const micros = measure(() => engine.call(...call));
  engine.release(mark);
  return micros;
}

const cases = [
  ['64x64x3 bytes, depth 4, rows', (e) => imageCase(e, 64, 3, 4, {}, false), 90],
  ['64x64x3 bytes, depth 4, columns', (e) => imageCase(e, 64, 3, 4, {}, true), 90],
  [
    '28x28x1 bytes, time + base, depth 4',
    (e) => imageCase(e, 28, 1, 4, { time: true, basepoint: true }, false),
  ],
  [
    '64x64x3 bytes, time + base, depth 4',
    (e) => imageCase(e, 64, 3, 4, { time: true, basepoint: true }, false),
  ],
  ...[
    [3, 4, 64, 64, 68],
    [3, 4, 224, 224, 840],
    [3, 5, 64, 64, 167],
    [4, 4, 64, 64, 105],
    [3, 3, 64, 64, 31],
    [2, 6, 1000, 64, 6320],
    [8, 3, 200, 64, 990],
    [3, 4, 10000, 1, 550],
  ].map(([channels, depth, length, paths, bar]) => [
    `reals (${channels}, ${depth}, ${length}, ${paths})`,
    (engine) => pathCase(engine, channels, depth, length, paths),
    bar,
  ]),
  ...[
    [3, 4, 64, 64, 880],
    [2, 6, 1000, 64, 21800],
    [8, 3, 200, 64, 6130],
    [3, 4, 10000, 1, 1870],
  ].map(([channels, depth, length, paths, bar]) => [
    `gradient (${channels}, ${depth}, ${length}, ${paths})`,
    (engine) => backwardCase(engine, channels, depth, length, paths),
    bar,
  ]),
  ['logarithm (3, 4) of 64', (engine) => logarithmCase(engine, 3, 4, 64), 26],
];

const engines = ['simd', 'scalar'].map((backend) => {
  const engine = createEngine({ modules: [signatureModule], backend });
  engine.reserveWorkspace(signatureWorkspaceBytes(8, 5));
  engine.reserveWorkspace(signatureBackwardWorkspaceBytes(8, 5));
  return engine;
});
const line = (...cells) =>
  process.stdout.write(
    `${cells.map((cell, at) => (at ? cell.padStart(10) : cell.padEnd(40))).join('')}\n`,
  );

line('case', 'wasm µs', 'scalar µs', 'ratio', 'bar µs');
for (const [name, run, bar] of cases) {
  const [compiled, twin] = engines.map(run);
  line(
    name,
    compiled.toFixed(1),
    twin.toFixed(0),
    (twin / compiled).toFixed(1),
    bar ? String(bar) : '',
  );
}
