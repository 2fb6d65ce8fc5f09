// Matrix products of the CNN1D and FC heads at batch 256 and 64x64x3 pixels, depth 4: milliseconds
// (median) and GFLOP/s on one thread, beside the scalar twin.
import { createEngine } from '../dist/index.js';
import { gemm, linearModule } from '../dist/linear/index.js';

const shapes = [
  { name: 'conv1 forward', rows: 256 * 64, columns: 32, inner: 360, aStride: 120 },
  {
    name: 'conv1 filters',
    rows: 360,
    columns: 32,
    inner: 256 * 64,
    aStride: 120,
    transposeA: true,
  },
  { name: 'conv2 forward', rows: 256 * 20, columns: 64, inner: 96, aStride: 32 },
  { name: 'conv2 input', rows: 256 * 20, columns: 32, inner: 192, aStride: 64 },
  { name: 'conv2 filters', rows: 96, columns: 64, inner: 256 * 20, aStride: 32, transposeA: true },
  { name: 'FC forward', rows: 256, columns: 50, inner: 7680, aStride: 7680 },
  { name: 'FC kernel', rows: 7680, columns: 50, inner: 256, aStride: 7680, transposeA: true },
  { name: 'square', rows: 512, columns: 512, inner: 512, aStride: 512 },
];

const median = (values) => values.sort((x, y) => x - y)[values.length >> 1];

/** Milliseconds of one product, the median of so many runs. */
function measure(engine, shape, runs) {
  const { rows, columns, inner, aStride, transposeA = false } = shape;
  const mark = engine.mark();
  const size = (transposeA ? inner : rows) * aStride + Math.max(inner, rows);
  const a = engine.allocateReals(size);
  const b = engine.allocateReals(inner * columns);
  const c = engine.allocateReals(rows * columns);
  engine.realsAt(a, size).fill(0.5);
  engine.realsAt(b, inner * columns).fill(0.25);
  const call = gemm({
    ...{ c, cStride: columns, a, aStride, transposeA, b, bStride: columns },
    ...{ rows, columns, inner },
  });
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    engine.call(...call);
    return performance.now() - start;
  });
  engine.release(mark);
  return median(times);
}

const simd = createEngine({ modules: [linearModule], backend: 'simd' });
const scalar = createEngine({ modules: [linearModule], backend: 'scalar' });

console.log('product           wasm ms  GFLOP/s  scalar ms   ratio');
for (const shape of shapes) {
  const fast = measure(simd, shape, 21);
  const slow = measure(scalar, shape, 3);
  const gflops = (2 * shape.rows * shape.columns * shape.inner) / fast / 1e6;
  const cells = [fast.toFixed(2), gflops.toFixed(1), slow.toFixed(0), (slow / fast).toFixed(1)];
  console.log(`${shape.name.padEnd(16)}${cells.map((cell) => cell.padStart(9)).join('')}`);
}
