import type { ClassifierModel, OwnLayers } from '../model/model.js';
import { foldBatchNorm } from './fold-batch-norm.js';
import { type CalibrationImages, observeInputs } from './observe-inputs.js';
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
  images: CalibrationImages,
  { coverage = 0.999, layers }: CalibrateOptions = {},
): Promise<Record<string, ActivationQuantization>> {
  if (!(coverage > 0 && coverage <= 1)) {
    throw new RangeError(`coverage must be above 0 and at most 1, got ${coverage}`);
  }
  const ranges: Record<string, ValueRange> = {};
  const see = (layer: string, values: Float32Array): void => {
    ranges[layer] ??= createValueRange();
    ranges[layer].add(values);
  };
  await observeInputs(foldBatchNorm(model), images, see, { layers });
  return Object.fromEntries(
    Object.entries(ranges).map(([name, range]) => {
      const [low, high] = range.covering(coverage);
      return [name, activationQuantization(low, high)];
    }),
  );
}
