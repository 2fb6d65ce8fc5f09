import { type ImageWindows, windowCount } from '@sig/kernels/linear';
import { checkCount, checkImage } from './check-options.js';
import type { LayerCall, Shape } from './layer.js';

/** Square windows over an image. */
export interface WindowOptions {
  /** Pixels along a side of a window (3). */
  size?: number;
  /** Pixels from one window to the next (1). */
  stride?: number;
  /** Pixels of zeros around the image (0); below `size`. */
  padding?: number;
}

/** Throws a RangeError that names the layer unless the windows are possible. */
export function checkWindows(layer: string, { size, stride, padding }: Required<WindowOptions>) {
  checkCount(layer, 'size', size);
  checkCount(layer, 'stride', stride);
  if (Number.isInteger(padding) && padding >= 0 && padding < size) return;
  throw new RangeError(
    `${layer}: padding must be an integer from 0 to ${size - 1}, one less than the size, got ${padding}`,
  );
}

/** Windows down and across an image; throws a RangeError that names the layer where none fits. */
export function windowsOf(
  layer: string,
  windows: Required<WindowOptions>,
  shape: Shape,
): [down: number, across: number] {
  checkImage(layer, shape);
  const [height, width] = shape;
  const least = windows.size - 2 * windows.padding;
  if (height >= least && width >= least) {
    return [windowCount(height, windows), windowCount(width, windows)];
  }
  throw new RangeError(
    `${layer} of size ${windows.size} and padding ${windows.padding} needs at least ${least} × ${least} pixels, got [${shape}]`,
  );
}

/** The windows of a call as kernels take them. */
export function imageWindows(
  { count, inputShape: [height, width, channels] }: LayerCall,
  { size, stride, padding }: Required<WindowOptions>,
): ImageWindows {
  return { samples: count, height, width, channels, size, stride, padding };
}
