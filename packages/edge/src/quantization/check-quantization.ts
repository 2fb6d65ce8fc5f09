import { type ArchitectureJSON, type Shape, sizeOf } from '@sig/heads';
import { fromFloat16 } from './decode-float16.js';
import { toFloat16 } from './encode-float16.js';
import { productLayers } from './product-layers.js';
import type { Quantization } from './quantization.js';
import { KERNEL_LIMIT } from './quantize-kernel.js';

/** The most products of two int8 that an int32 holds the sum of, zero point taken off: 2^31 / (255 · 127). */
const MOST_PRODUCTS = 66_311;

/** What the quantisation of a model has to fit. */
export interface QuantizedParts {
  readonly architecture: ArchitectureJSON;
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly quantization: Quantization;
}

/**
 * Checks that the quantisation of a model is of its architecture and says the same as its weights.
 *
 * @param shapes of each weight by its name.
 * @param channels of each weight that is a kernel, by its name.
 *
 * @throws TypeError or RangeError that says what does not fit.
 */
export function checkQuantization(
  { architecture, weights, quantization }: QuantizedParts,
  shapes: ReadonlyMap<string, Shape>,
  channels: ReadonlyMap<string, number>,
): void {
  const { mode, kernels, activations } = quantization;
  if (mode === 'float16') {
    checkNames('kernels', kernels, []);
    for (const [name, values] of Object.entries(weights)) checkFloat16(name, values);
  } else {
    checkNames('kernels', kernels, [...channels.keys()]);
    for (const [name, count] of channels) {
      checkKernel(name, kernels[name].data, kernels[name].scale, weights[name], count);
    }
  }
  const layers = mode === 'int8' ? productLayers(architecture) : [];
  checkNames('activations', activations ?? {}, layers);
  for (const layer of layers) {
    const { scale, zeroPoint } = activations?.[layer] ?? { scale: 0, zeroPoint: 0 };
    if (!isScale(scale) || scale !== Math.fround(scale)) {
      throw new RangeError(`the activation scale of ${layer} must be a float32 above 0`);
    }
    if (!Number.isInteger(zeroPoint) || zeroPoint < -128 || zeroPoint > 127) {
      throw new RangeError(`the zeroPoint of ${layer} must be an integer from -128 to 127`);
    }
    const name = `${layer}.kernel`;
    const products = sizeOf(shapes.get(name) ?? []) / (channels.get(name) ?? 1);
    if (products > MOST_PRODUCTS) {
      throw new RangeError(
        `${layer} adds up ${products} products, an int32 holds ${MOST_PRODUCTS}; use dynamic-int8`,
      );
    }
  }
}

function checkNames(what: string, found: object, wanted: readonly string[]): void {
  const names = Object.keys(found);
  if (names.length === wanted.length && wanted.every((name) => Object.hasOwn(found, name))) return;
  throw new RangeError(
    `quantization must have ${what} for [${wanted.join(', ')}], got [${names.slice(0, 40).join(', ')}]`,
  );
}

function checkKernel(
  name: string,
  data: Int8Array,
  scale: Float32Array,
  weights: Float32Array,
  channels: number,
): void {
  if (!(data instanceof Int8Array) || !(scale instanceof Float32Array)) {
    throw new TypeError(`kernel ${name} must have its data as int8 and its scale as float32`);
  }
  if (data.length !== weights.length || scale.length !== channels || !scale.every(isScale)) {
    throw new RangeError(`kernel ${name} must have ${channels} scales above 0`);
  }
  if (data.some((q) => q < -KERNEL_LIMIT)) {
    throw new RangeError(`kernel ${name} must be from -127 to 127, got -128`);
  }
  if (!weights.every((weight, at) => weight === Math.fround(data[at] * scale[at % channels]))) {
    throw new RangeError(`weight ${name} must be its kernel times its scale`);
  }
}

function checkFloat16(name: string, values: Float32Array): void {
  if (values.every((value) => value === fromFloat16(toFloat16(value)))) return;
  throw new RangeError(`weight ${name} must be of float16 numbers`);
}

function isScale(scale: number): boolean {
  return Number.isFinite(scale) && scale > 0;
}
