import { rectify } from './activations.js';
import { type Build, integer, output } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planMargin, windowsIn } from './plan-margin.js';
import { planProduct } from './plan-product.js';

/** [height, width, channels] → [windows down, windows across, filters]; a window is a row of lines. */
export function conv2d(build: Build, options: LayerOptions): void {
  const columns = integer(options.filters);
  const { size, stride, padding, down, across, channels } = windowsIn(build, options);
  const { from, width } = planMargin(build, padding);
  const out = output(build, [down, across, columns]);
  const flat = size === 1 && stride === 1;
  const shape = {
    rows: flat ? down * across : across,
    lines: flat ? 1 : down,
    lineStride: stride * width * channels,
    rowStride: stride * channels,
    segments: size,
    segmentStride: width * channels,
    inner: size * channels,
    columns,
  };
  const bias = options.bias === false ? '' : 'bias';
  build.epilogue = planProduct(build, from, shape, out, { bias });
  rectify(build, options);
}
