import { rectify } from './activations.js';
import { type Build, integer, output, shapeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planProduct } from './plan-product.js';

/** [length, channels] → [length − size + 1, filters]: the windows are rows that overlap. */
export function conv1d(build: Build, options: LayerOptions): void {
  const [length, channels] = shapeOf(build, 2);
  const columns = integer(options.filters);
  const size = integer(options.size);
  const rows = integer(length - size + 1);
  const from = build.at;
  const out = output(build, [rows, columns]);
  const shape = { rows, rowStride: channels, inner: size * channels, columns };
  build.epilogue = planProduct(build, from, shape, out);
  rectify(build, options);
}
