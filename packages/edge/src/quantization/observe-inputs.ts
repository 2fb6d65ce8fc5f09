import { createNetwork, type Dataset, type Layer, predict, sizeOf } from '@sig/heads';
import { createFeatures } from '@sig/image-paths';
import type { KernelModule } from '@sig/kernels';
import type { ClassifierModel, OwnLayers } from '../model/model.js';
import { mapProductLayers } from './map-product-layers.js';
import { productLayers } from './product-layers.js';

/** Uint8 [count, height, width, channels] of the recipe's size, or a dataset. */
export type CalibrationImages = Uint8Array | Pick<Dataset, 'count' | 'read'>;

/**
 * Shows what each product layer of a model takes in on some images: some samples at a time, in rows of
 * `channels` reals.
 *
 * @param see gets the beginning of the layer's parameters' names; the values are gone afterwards.
 *
 * @throws RangeError when there is no image.
 */
export async function observeInputs(
  model: ClassifierModel,
  images: CalibrationImages,
  see: (layer: string, values: Float32Array, channels: number) => void,
  { layers }: OwnLayers = {},
): Promise<void> {
  const { architecture, weights, standardisation } = model;
  const names = productLayers(architecture);
  const module: KernelModule = {
    name: 'see',
    kernels: ['see'],
    scalar: (memory) => ({
      see(_workspace, layer, input, count, channels) {
        const from = input >>> 2;
        see(names[layer], memory.float32.subarray(from, from + count), channels);
      },
    }),
  };
  const seen = (layer: Layer, name: string): Layer => ({
    ...layer,
    modules: [...(layer.modules ?? []), module],
    forward(program, call) {
      const { input, inputShape } = call;
      const count = call.count * sizeOf(inputShape);
      program.push(['see', names.indexOf(name), input, count, inputShape[inputShape.length - 1]]);
      layer.forward(program, call);
    },
  });
  const network = createNetwork({
    layers: mapProductLayers(architecture, seen, layers),
    features: createFeatures(model.recipe),
    weights,
    standardisation,
  });
  const probabilities = await predict(network, images);
  if (probabilities.length > 0) return;
  throw new RangeError('calibration needs at least one image, got none');
}
