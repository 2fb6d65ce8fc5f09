import type { Standardisation } from '@sig/heads';
import type { LayerWithWeights } from './layer-with-weights.js';

/** y = factor · x + offset for each channel. */
export interface ChannelAffine {
  readonly factor: Float64Array;
  readonly offset: Float64Array;
}

/** What a trained batch normalisation does: factor = γ / √(variance + ε), offset = β - factor · mean. */
export function batchNormAffine({ options, weights }: LayerWithWeights): ChannelAffine {
  const { gamma, beta, mean, variance } = weights;
  const epsilon = Number(options.epsilon);
  const factor = Float64Array.from(gamma, (g, c) => g / Math.sqrt(variance[c] + epsilon));
  return { factor, offset: factor.map((a, c) => beta[c] - a * mean[c]) };
}

/** A batch normalisation that does no more than this: of mean 0 and variance 1. */
export function plainBatchNorm(
  { kind, options }: LayerWithWeights,
  { factor, offset }: ChannelAffine,
): LayerWithWeights {
  const gained = Math.sqrt(1 + Number(options.epsilon));
  return {
    ...{ kind, options },
    weights: {
      gamma: Float32Array.from(factor, (f) => f * gained),
      beta: Float32Array.from(offset),
      mean: new Float32Array(factor.length),
      variance: new Float32Array(factor.length).fill(1),
    },
  };
}

/** The product layer that does both; it has a bias from now on. */
export function intoProduct(
  layer: LayerWithWeights,
  { factor, offset }: ChannelAffine,
): LayerWithWeights {
  const channels = factor.length;
  const { kernel, bias } = layer.weights;
  // Of these two a bias is a choice; the others have one always.
  const chosen = layer.kind === 'conv2d' || layer.kind === 'depthwiseConv2d';
  return {
    kind: layer.kind,
    options: { ...layer.options, ...(chosen && { bias: true }) },
    weights: {
      kernel: kernel.map((weight, at) => weight * factor[at % channels]),
      bias: Float32Array.from(offset, (b, c) => (bias?.[c] ?? 0) * factor[c] + b),
    },
  };
}

/** A factor of 0 cannot be divided by; one as small as this leaves as little of x. */
const LEAST_FACTOR = 2 ** -60;

/**
 * The standardisation that does both, over columns of which the channels are a period:
 * a · ((x - mean) · scale) + b = (x - (mean - b / (a · scale))) · (a · scale).
 */
export function intoStandardisation(
  standardisation: Standardisation,
  { factor, offset }: ChannelAffine,
): Standardisation {
  const channels = factor.length;
  const scale = standardisation.scale.map((s, column) => {
    const product = factor[column % channels] * s;
    return Math.abs(product) < LEAST_FACTOR ? LEAST_FACTOR : product;
  });
  const mean = standardisation.mean.map(
    (m, column) => m - offset[column % channels] / scale[column],
  );
  return { mean, scale };
}
