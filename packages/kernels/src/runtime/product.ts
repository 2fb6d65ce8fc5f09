import type { RuntimeCall } from './create-runtime.js';

/** Addresses are byte pointers, counts and strides are in reals. */
export interface ProductOptions {
  /** The rows of the input begin `rowStride` apart and may overlap. */
  input: number;
  rows: number;
  rowStride: number;
  /** A row is so many pieces (1), `segmentStride` apart, */
  segments?: number;
  segmentStride?: number;
  /** of so many reals each. */
  inner: number;
  /** [panel][segments · inner][8]: panels of 8 columns, the last one filled up with zeros. */
  weights: number;
  /** Room for a panel of reals where the weights are int8; else 0. */
  unpacked?: number;
  /** For each column, filled up to whole panels. */
  scale: number;
  bias: number;
  /** [rows, columns] */
  out: number;
  columns: number;
  /** The least output: 0 is a ReLU (−∞). */
  low?: number;
}

/** out = max(low, (input · weights) · scale + bias): dense layers and convolutions. */
export function product(options: ProductOptions): RuntimeCall {
  const { segments = 1, segmentStride = 0, unpacked = 0, low = -Infinity } = options;
  return [
    'product',
    options.input,
    4 * options.rowStride,
    options.rows,
    segments,
    4 * segmentStride,
    options.inner,
    options.weights,
    unpacked,
    options.scale,
    options.bias,
    options.out,
    options.columns,
    low,
  ];
}

/**
 * The same of integers, exact: the input int16, the weights int8 in pairs,
 * [panel][segments · ⌈inner / 2⌉][8][2], the second of an odd last pair 0.
 */
export function productIntegers(options: Omit<ProductOptions, 'unpacked'>): RuntimeCall {
  const { rowStride, segmentStride = 0, inner } = options;
  // Two of them take the place of a real.
  const pairs = { rowStride: rowStride / 2, segmentStride: segmentStride / 2 };
  const [, ...args] = product({ ...options, ...pairs, inner: Math.ceil(inner / 2) });
  return ['productIntegers', ...args];
}
