import { rectify } from './activations.js';
import { type Build, integer, output, shapeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planProduct } from './plan-product.js';

/** [features] → [units] */
export function dense(build: Build, options: LayerOptions): void {
  const [inner] = shapeOf(build, 1);
  const columns = integer(options.units);
  const from = build.at;
  const out = output(build, [columns]);
  build.epilogue = planProduct(build, from, { rows: 1, rowStride: 0, inner, columns }, out);
  rectify(build, options);
}
