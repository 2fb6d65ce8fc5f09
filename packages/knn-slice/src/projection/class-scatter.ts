import type { Engine, KernelCall } from '@sig/kernels';
import { gemm } from '@sig/kernels/linear';
import type { FeatureSamples } from './feature-samples.js';

/** How samples lie about the means of their classes. */
export interface ClassScatter {
  /** [classes, width] */
  readonly means: Float64Array;
  /** [classes] */
  readonly counts: Int32Array;
  /** [width, width], the mean over all samples of (x - mean)(x - mean)ᵀ, the mean that of its class. */
  readonly within: Float64Array;
}

// Samples that go into a product at a time, on each thread.
const ROWS = 512;

/** Means of the classes and the scatter within them. */
export function classScatter(
  engine: Engine,
  { features, labels }: FeatureSamples,
  classes: number,
): ClassScatter {
  const count = labels.length;
  const width = features.length / count;
  const means = new Float64Array(classes * width);
  const counts = new Int32Array(classes);
  for (let row = 0; row < count; row++) {
    counts[labels[row]]++;
    const mean = labels[row] * width;
    for (let i = 0; i < width; i++) means[mean + i] += features[row * width + i];
  }
  for (let at = 0; at < means.length; at++) means[at] /= counts[Math.floor(at / width)] || 1;

  const within = new Float64Array(width * width);
  const release = engine.frame();
  try {
    const lanes = Array.from({ length: engine.threads }, () => ({
      rows: engine.allocateReals(ROWS * width),
      sums: engine.allocateReals(width * width),
    }));
    for (const { sums } of lanes) engine.realsAt(sums, width * width).fill(0);
    for (let start = 0; start < count; ) {
      const programs = lanes.map(({ rows, sums }): KernelCall[] => {
        const some = Math.min(ROWS, count - start);
        const centred = engine.realsAt(rows, ROWS * width);
        for (let row = 0; row < some; row++) {
          const from = (start + row) * width;
          const mean = labels[start + row] * width;
          for (let i = 0; i < width; i++) {
            centred[row * width + i] = features[from + i] - means[mean + i];
          }
        }
        start += some;
        const shape = { rows: width, columns: width, inner: some, transposeA: true };
        const strides = { aStride: width, bStride: width, cStride: width };
        return [gemm({ a: rows, b: rows, c: sums, ...shape, ...strides, accumulate: true })];
      });
      engine.run(programs);
    }
    for (const { sums } of lanes) {
      const found = engine.realsAt(sums, width * width);
      for (let at = 0; at < found.length; at++) within[at] += found[at] / count;
    }
  } finally {
    release();
  }
  return { means, counts, within };
}
