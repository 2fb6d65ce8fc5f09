import { createNetwork, type Dataset, type Layer, type Network, predict, sizeOf } from '@sig/heads';
import { createFeatures } from '@sig/image-paths';
import type { KernelModule } from '@sig/kernels';
import type { ClassifierModel, OwnLayers } from '../model/model.js';
import { foldBatchNorm } from './fold-batch-norm.js';
import { mapProductLayers } from './map-product-layers.js';
import { productLayers } from './product-layers.js';
import type { ActivationQuantization } from './quantization.js';
import { activationQuantization } from './quantize-activation.js';
import { createValueRange, type ValueRange } from './value-range.js';

export interface CalibrateOptions extends OwnLayers {
  /**
   * The share of a layer's inputs that the int8 range takes in, half of the rest being cut off at
   * either end (0.999, chosen on validation images); 1 takes in all of them.
   */
  coverage?: number;
}

/**
 * What the product layers of a model take in on some images, as `quantizeModel` needs it for the
 * mode `int8`: training images, some hundred, as uint8 [count, height, width, channels] of the
 * recipe's size or as a dataset.
 *
 * @throws RangeError when `coverage` is not above 0 and at most 1 or there is no image.
 *
 * @example
 * const activations = await calibrate(model, images);
 * const small = quantizeModel(model, { mode: 'int8', activations });
 */
export async function calibrate(
  model: ClassifierModel,
  images: Uint8Array | Pick<Dataset, 'count' | 'read'>,
  { coverage = 0.999, layers }: CalibrateOptions = {},
): Promise<Record<string, ActivationQuantization>> {
  if (!(coverage > 0 && coverage <= 1)) {
    throw new RangeError(`coverage must be above 0 and at most 1, got ${coverage}`);
  }
  const ranges: Record<string, ValueRange> = {};
  const network = watchedNetwork(foldBatchNorm(model), ranges, { layers });
  const probabilities = await predict(network, images);
  if (probabilities.length === 0) {
    throw new RangeError('calibration needs at least one image, got none');
  }
  return Object.fromEntries(
    Object.entries(ranges).map(([name, range]) => {
      const [low, high] = range.covering(coverage);
      return [name, activationQuantization(low, high)];
    }),
  );
}

/** The network of a model whose product layers add what they take in to ranges. */
function watchedNetwork(
  model: ClassifierModel,
  ranges: Record<string, ValueRange>,
  own: OwnLayers,
): Network {
  const { architecture, weights, standardisation } = model;
  const names = productLayers(architecture);
  const watchModule: KernelModule = {
    name: 'watch',
    kernels: ['watch'],
    scalar: (memory) => ({
      watch(_workspace, layer, input, count) {
        const from = input >>> 2;
        ranges[names[layer]].add(memory.float32.subarray(from, from + count));
      },
    }),
  };
  const watched = (layer: Layer, name: string): Layer => {
    ranges[name] = createValueRange();
    return {
      ...layer,
      modules: [...(layer.modules ?? []), watchModule],
      forward(program, call) {
        const count = call.count * sizeOf(call.inputShape);
        program.push(['watch', names.indexOf(name), call.input, count]);
        layer.forward(program, call);
      },
    };
  };
  return createNetwork({
    layers: mapProductLayers(architecture, watched, own.layers),
    features: createFeatures(model.recipe),
    weights,
    standardisation,
  });
}
