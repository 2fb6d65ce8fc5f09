import { product, productIntegers } from '@sig/kernels/runtime';
import { type Buffer, reserve, spend } from '../plan.js';
import type { Build, Epilogue } from './build.js';
import { panels } from './panels.js';
import { planIntegers, rangeOf } from './plan-integers.js';
import { epilogueOf, weightsOf } from './weights.js';

/** Rows times a kernel [segments · inner, columns]; strides are in reals. */
export interface ProductShape {
  rows: number;
  rowStride: number;
  /** A row is so many pieces (1), `segmentStride` apart, of `inner` reals each. */
  segments?: number;
  segmentStride?: number;
  inner: number;
  columns: number;
  /** The product is done so many times (1), for rows that begin `lineStride` further each time. */
  lines?: number;
  lineStride?: number;
}

/** Plans out = from · kernel + bias, in integers where the model says so. */
export function planProduct(
  build: Build,
  from: Buffer,
  shape: ProductShape,
  out: Buffer,
  { kernel = 'kernel', bias = 'bias' } = {},
): Epilogue {
  const { columns, inner, segments = 1, segmentStride = 0, rows, rowStride } = shape;
  const { lines = 1, lineStride = 0 } = shape;
  const { plan, unpacked } = build;
  const depth = segments * inner;
  const weights = weightsOf(build, kernel, depth * columns, columns);
  const range = rangeOf(build, weights);
  const epilogue = epilogueOf(build, weights, columns, bias, range);
  let input = from;
  if (range) {
    const reach = (lines - 1) * lineStride + (rows - 1) * rowStride;
    input = planIntegers(build, from, reach + (segments - 1) * segmentStride + inner, range);
  } else if (weights.scale) {
    reserve(plan, 8 * depth, unpacked);
  }
  // Panels are filled up to 8 columns; a call is an array of some 200 bytes.
  spend(plan, depth * (columns + 7) + 64 * lines);
  plan.steps.push((place) => {
    const placed = {
      weights: place(panels(weights.data, segments, inner, columns, range ? 2 : 1)),
      unpacked: weights.scale && unpacked.at,
      scale: place(epilogue.scale),
      bias: place(epilogue.bias),
      low: epilogue.low,
    };
    return Array.from({ length: lines }, (_, line) =>
      (range ? productIntegers : product)({
        ...shape,
        ...placed,
        input: input.at + (range ? 2 : 4) * line * lineStride,
        out: out.at + 4 * line * rows * columns,
      }),
    );
  });
  return epilogue;
}
