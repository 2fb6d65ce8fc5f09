import type { ClassifierModel, OwnLayers } from '../model/model.js';
import { foldBatchNorm } from './fold-batch-norm.js';
import { joinWeights, type LayerWithWeights, withWeights } from './layer-with-weights.js';
import { type CalibrationImages, observeInputs } from './observe-inputs.js';
import { PRODUCT_KINDS } from './product-layers.js';

/** Layers that hand a positive factor of a channel on: f(s · x) = s · f(x). */
const HOMOGENEOUS = [
  ...['dropout', 'flatten', 'reshape', 'relu'],
  ...['maxPool1d', 'maxPool2d', 'avgPool2d', 'globalAvgPool2d'],
];

/** Of the largest channel: smaller ones, such as those that are always 0, count as this. */
const LEAST_SHARE = 2 ** -12;

/**
 * The same model with channels in front of its product layers that one int8 scale fits, batch
 * normalisations folded. Each channel is divided by a factor where it is made, by the standardisation,
 * the product layer or the batch normalisation before, and the kernel that takes it in is multiplied by it (Xiao et al. 2023,
 * "SmoothQuant", equation 4 with α = 1/2; between layers as in Nagel et al. 2019, "Data-free
 * quantization through weight equalization and bias correction", section 4.1).
 *
 * The factor is s = √(|x| / |w|), where |x| is the root mean square of the channel on some images and
 * |w| that of its weights: where the step of the scale goes with the length of x / s, the error of the
 * output, |x / s| · |w · s|, is least so (Cauchy and Schwarz). Largest values in their place, as
 * published, let a few images decide. A depthwise kernel has a scale for each channel: there s = |x|.
 *
 * @throws RangeError when there is no image.
 *
 * @example
 * const equal = await equalizeChannels(model, images);
 * const activations = await calibrate(equal, images);
 * const small = quantizeModel(equal, { mode: 'int8', activations });
 */
export async function equalizeChannels<T extends ClassifierModel>(
  model: T,
  images: CalibrationImages,
  own: OwnLayers = {},
): Promise<T> {
  const folded = foldBatchNorm(model);
  const squares: Record<string, Float64Array> = {};
  const see = (layer: string, values: Float32Array, channels: number): void => {
    squares[layer] ??= new Float64Array(channels);
    const sums = squares[layer];
    values.forEach((value, at) => {
      sums[at % channels] += value * value;
    });
  };
  await observeInputs(folded, images, see, own);
  return withFactors(folded, squares);
}

function withFactors<T extends ClassifierModel>(
  model: T,
  squares: Readonly<Record<string, Float64Array>>,
): T {
  const { inputShape, layers: described } = model.architecture;
  const layers = withWeights(described, model.weights);
  let standardisation = model.standardisation;
  let channels = model.standardisation?.mean.length ?? inputShape[inputShape.length - 1];
  // Divides what makes the channels.
  let divide: ((factors: Float64Array) => void) | undefined;
  if (standardisation !== undefined) {
    const { mean, scale } = standardisation;
    divide = (factors) => {
      standardisation = { mean, scale: scale.map((s, at) => s / factors[at % factors.length]) };
    };
  }
  for (const [place, layer] of layers.entries()) {
    if (PRODUCT_KINDS.includes(layer.kind)) {
      const inputs = squares[`${place}.${layer.kind}`];
      if (divide !== undefined) {
        const factors = factorsOf(layer, inputs, commonDivisor(channels, inputs.length));
        divide(factors);
        layers[place] = multiplied(layer, inputs.length, factors);
      }
      divide = (factors) => {
        layers[place] = divided(layers[place], factors);
      };
      channels = outputsOf(layer) ?? inputs.length;
    } else if (layer.kind === 'batchNorm') {
      // One that is left has mean 0 and variance 1.
      divide = (factors) => {
        const { gamma, beta, ...statistics } = layers[place].weights;
        const { weights } = divided({ ...layer, weights: { gamma, beta } }, factors);
        layers[place] = { ...layer, weights: { ...weights, ...statistics } };
      };
      channels = layer.weights.gamma.length;
    } else if (!HOMOGENEOUS.includes(layer.kind)) {
      divide = undefined;
    } else if (layer.kind === 'reshape') {
      channels = commonDivisor(channels, Number([layer.options.shape].flat().at(-1)));
    }
  }
  return { ...model, weights: joinWeights(layers), ...(standardisation && { standardisation }) };
}

/** One factor for all channels of the same place modulo `period`, from the sum of squares of each. */
function factorsOf(layer: LayerWithWeights, squares: Float64Array, period: number): Float64Array {
  const ofInputs = new Float64Array(period);
  squares.forEach((sum, at) => {
    ofInputs[at % period] += sum;
  });
  const outputs = outputsOf(layer);
  if (outputs === undefined) return lengths(ofInputs);
  const ofWeights = new Float64Array(period);
  layer.weights.kernel.forEach((weight, at) => {
    ofWeights[Math.floor(at / outputs) % period] += weight * weight;
  });
  const weights = lengths(ofWeights);
  return lengths(ofInputs).map((input, at) => Math.sqrt(input / weights[at]));
}

/** Their square roots, the largest being 1, and none much smaller. */
function lengths(squares: Float64Array): Float64Array {
  const most = squares.reduce((a, b) => Math.max(a, b), 0) || 1;
  return squares.map((sum) => Math.max(Math.sqrt(sum / most), LEAST_SHARE));
}

/** The layer on inputs that were divided. */
function multiplied(
  layer: LayerWithWeights,
  inputs: number,
  factors: Float64Array,
): LayerWithWeights {
  const outputs = outputsOf(layer);
  const channelOf = (at: number): number =>
    outputs === undefined ? at % inputs : Math.floor(at / outputs);
  const kernel = layer.weights.kernel.map(
    (weight, at) => weight * factors[channelOf(at) % factors.length],
  );
  return { ...layer, weights: { ...layer.weights, kernel } };
}

/** The layer with its outputs divided. */
function divided(layer: LayerWithWeights, factors: Float64Array): LayerWithWeights {
  const weights = Object.entries(layer.weights).map(([name, values]) => [
    name,
    values.map((value, at) => value / factors[at % factors.length]),
  ]);
  return { ...layer, weights: Object.fromEntries(weights) };
}

/** The output channels, the last axis of the kernel; of a depthwise one none that are not inputs. */
function outputsOf({ options }: LayerWithWeights): number | undefined {
  const outputs = options.units ?? options.filters;
  return outputs === undefined ? undefined : Number(outputs);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
