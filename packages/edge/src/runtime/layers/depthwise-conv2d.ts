import type { Build } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planIntegers, rangeOf } from './plan-integers.js';
import { planMargin, windowsIn } from './plan-margin.js';
import { planWindows } from './plan-windows.js';
import { epilogueOf, weightsOf } from './weights.js';

/** Up to here sums of products of int8 are exact in float32: 22² · 255 · 127 < 2^24. */
const LARGEST_EXACT = 22;

/** [height, width, channels] → [windows down, windows across, channels] */
export function depthwiseConv2d(build: Build, options: LayerOptions): void {
  const { size, stride, padding, down, across, channels } = windowsIn(build, options);
  const weights = weightsOf(build, 'kernel', size * size * channels, channels);
  const range = rangeOf(build, weights);
  const epilogue = epilogueOf(build, weights, channels, options.bias ? 'bias' : '', range);
  const margin = planMargin(build, padding);
  let { from } = margin;
  if (range) {
    if (size > LARGEST_EXACT) throw new RangeError(`its integers need a size of at most 22`);
    const [height] = build.shape;
    from = planIntegers(build, from, (height + 2 * padding) * margin.width * channels, range, true);
  }
  const shape = { from, width: margin.width, down, across, sizeY: size, sizeX: size, stride };
  const kernel = Float32Array.from(weights.data);
  planWindows(build, shape, [down, across, channels], { kernel, epilogue });
}
