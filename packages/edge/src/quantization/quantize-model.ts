import { checkModel } from '../model/check-model.js';
import type { ClassifierModel, OwnLayers } from '../model/model.js';
import { weightShapes } from '../model/weight-shapes.js';
import { decodeFloat16 } from './decode-float16.js';
import { encodeFloat16, FLOAT16_MAX } from './encode-float16.js';
import { foldBatchNorm } from './fold-batch-norm.js';
import type { Quantization, QuantizedKernel } from './quantization.js';
import { dequantizeKernel, quantizeKernel } from './quantize-kernel.js';
import { roundToFloat16 } from './round-to-float16.js';

/** What `int8` needs to know besides the model is what `calibrate` has found. */
export type QuantizeModelOptions = OwnLayers &
  (
    | { mode: 'dynamic-int8' | 'float16' }
    | { mode: 'int8'; activations: NonNullable<Quantization['activations']> }
  );

/**
 * The same model in fewer bits: batch normalisations folded, then every kernel in int8 with a scale
 * for each output channel, or everything but the standardisation in float16. Beside int8 kernels their
 * scales and all other weights have the digits of float16 wherever its range holds them.
 * `encodeModel` writes it a quarter or half as large; its float32 weights are what the bits stand for.
 *
 * @throws TypeError or RangeError where the model's parts or `activations` do not fit together, a
 * weight has no float16, the model is quantised already, or,
 * in `int8`, a layer adds up more products than an int32 holds.
 *
 * @example
 * const small = quantizeModel(model, { mode: 'dynamic-int8' });
 * const bytes = encodeModel(small);
 */
export function quantizeModel<T extends ClassifierModel>(
  model: T,
  options: QuantizeModelOptions,
): T & { readonly quantization: Quantization } {
  if (model.quantization !== undefined) {
    throw new RangeError(
      `the model is quantised already, as ${model.quantization.mode}; give the one it was made from`,
    );
  }
  const { layers } = options;
  checkModel(model, { layers });
  const folded = foldBatchNorm(model);
  const quantized = options.mode === 'float16' ? inFloat16(folded) : inInt8(folded, options);
  checkModel(quantized, { layers });
  return quantized;
}

function inInt8<T extends ClassifierModel>(
  model: T,
  { layers, ...how }: Exclude<QuantizeModelOptions, { mode: 'float16' }>,
): T & { readonly quantization: Quantization } {
  const { channels } = weightShapes(model.architecture, layers);
  const kernels: Record<string, QuantizedKernel> = {};
  const weights: Record<string, Float32Array> = {};
  for (const [name, values] of Object.entries(model.weights)) {
    const count = channels.get(name);
    if (count === undefined) {
      weights[name] = roundToFloat16(values);
    } else {
      kernels[name] = quantizeKernel(values, count);
      weights[name] = dequantizeKernel(kernels[name]);
    }
  }
  return { ...model, weights, quantization: { ...how, kernels } };
}

function inFloat16<T extends ClassifierModel>(
  model: T,
): T & { readonly quantization: Quantization } {
  const weights = Object.entries(model.weights).map(([name, values]) => {
    const kept = decodeFloat16(encodeFloat16(values));
    if (kept.every(Number.isFinite)) return [name, kept];
    throw new RangeError(
      `weight ${name} must be at most ${FLOAT16_MAX} to become float16; use dynamic-int8`,
    );
  });
  const quantization: Quantization = { mode: 'float16', kernels: {} };
  return { ...model, weights: Object.fromEntries(weights), quantization };
}
