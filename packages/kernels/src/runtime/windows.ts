import type { RuntimeCall } from './create-runtime.js';

/** Addresses are byte pointers. */
export interface WindowsOptions {
  /** [height, width, channels] */
  input: number;
  width: number;
  channels: number;
  /** Windows along each side, and their size. */
  down: number;
  across: number;
  sizeY: number;
  sizeX: number;
  stride: number;
  /** [sizeY, sizeX, channels]; left out, the maximum is taken. */
  kernel?: number;
  /** The kernel is [channels], for every pixel (false). */
  constant?: boolean;
  /** For each channel; not read for a maximum. */
  scale?: number;
  bias?: number;
  /** [down, across, channels] */
  out: number;
  /** The least output: 0 is a ReLU (−∞). */
  low?: number;
}

/** Depthwise convolutions, means and maxima over windows that lie within an image. */
export function windows(options: WindowsOptions): RuntimeCall {
  const { kernel = 0, constant = false, scale = 0, bias = 0, low = -Infinity } = options;
  return [
    'windows',
    options.input,
    options.width,
    options.channels,
    options.down,
    options.across,
    options.sizeY,
    options.sizeX,
    options.stride,
    kernel,
    constant ? 0 : 4 * options.channels,
    scale,
    bias,
    options.out,
    low,
  ];
}
