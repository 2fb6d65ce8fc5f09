import { roundHalfEven } from '../../src/index.js';

const { fround } = Math;

export interface Values {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface IntegerWeights {
  readonly kernel: Int8Array;
  readonly kernelScale: Float32Array;
  readonly bias?: Float32Array;
  readonly scale: number;
  readonly zeroPoint: number;
}

/** q − zeroPoint of each value. */
function integersOf(data: Float32Array, { scale, zeroPoint }: IntegerWeights): number[] {
  return Array.from(data, (x) => {
    const q = roundHalfEven(fround(x / scale)) + zeroPoint;
    return Math.max(-128, Math.min(127, q)) - zeroPoint;
  });
}

/** y = float32(a) · (scale · kernelScale[c]) + bias[c] */
function finish(sum: number, c: number, weights: IntegerWeights): number {
  const factor = fround(weights.scale * weights.kernelScale[c]);
  return fround(fround(fround(sum) * factor) + (weights.bias?.[c] ?? 0));
}

/** A dense layer in integers, written out from its definition. */
export function integerDense({ data }: Values, weights: IntegerWeights): Values {
  const columns = weights.kernelScale.length;
  const q = integersOf(data, weights);
  const out = Float32Array.from({ length: columns }, (_, c) =>
    finish(
      q.reduce((sum, value, k) => sum + value * weights.kernel[k * columns + c], 0),
      c,
      weights,
    ),
  );
  return { shape: [columns], data: out };
}

/** A convolution in integers, [height, width, channels]; depthwise where it has no filters. */
export function integerConv2d(
  { shape: [height, width, channels], data }: Values,
  weights: IntegerWeights,
  {
    size,
    stride,
    padding,
    filters,
  }: Record<'size' | 'stride' | 'padding', number> & { filters?: number },
): Values {
  const q = integersOf(data, weights);
  const down = Math.floor((height + 2 * padding - size) / stride) + 1;
  const across = Math.floor((width + 2 * padding - size) / stride) + 1;
  const outs = filters ?? channels;
  const out = new Float32Array(down * across * outs);
  for (let at = 0; at < out.length; at++) {
    const c = at % outs;
    const x = Math.floor(at / outs) % across;
    const y = Math.floor(at / outs / across);
    let sum = 0;
    for (let window = 0; window < size * size; window++) {
      const row = y * stride - padding + Math.floor(window / size);
      const column = x * stride - padding + (window % size);
      if (row < 0 || row >= height || column < 0 || column >= width) continue;
      for (let channel = 0; channel < channels; channel++) {
        const value = q[(row * width + column) * channels + channel];
        if (filters === undefined) {
          if (channel === c) sum += value * weights.kernel[window * channels + c];
        } else {
          sum += value * weights.kernel[(window * channels + channel) * filters + c];
        }
      }
    }
    out[at] = finish(sum, c, weights);
  }
  return { shape: [down, across, outs], data: out };
}

/** max(0, x) */
export function rectified({ shape, data }: Values): Values {
  return { shape, data: data.map((x) => Math.max(0, x)) };
}
