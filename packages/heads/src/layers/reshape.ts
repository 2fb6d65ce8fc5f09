import { checkCount } from './check-options.js';
import { type Layer, type Shape, sizeOf } from './layer.js';

/**
 * The same values in the same order under another shape, such as rows of pixels [height, width ·
 * channels] as an image [height, width, channels].
 *
 * @throws RangeError when `shape` is empty or has an extent that is not a positive integer, or, in a
 * network, when it has not as many values as what it gets.
 *
 * @example
 * reshape([64, 64, 3]);
 */
export function reshape(shape: Shape): Layer {
  if (shape.length === 0) throw new RangeError('reshape: shape must have an extent, got []');
  for (const extent of shape) checkCount('reshape', 'an extent', extent);
  return {
    kind: 'reshape',
    options: { shape: [...shape] },
    inPlace: true,
    outputShape(given) {
      if (sizeOf(given) === sizeOf(shape)) return shape;
      throw new RangeError(
        `reshape to [${shape}] needs ${sizeOf(shape)} values, got ${sizeOf(given)} of [${given}]`,
      );
    },
    parameters: () => [],
    macs: () => 0,
    forward: () => undefined,
    backward: () => undefined,
  };
}
