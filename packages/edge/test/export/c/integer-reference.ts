import { type Layer, layersFromJSON, type Shape } from '@sig/heads';
import { computeFeatures } from '@sig/image-paths';
import type { ActivationQuantization, ClassifierModel } from '../../../src/index.js';

/** Called with all that goes into a product layer. */
export type Watcher = (name: string, values: readonly number[]) => void;

const PRODUCTS = ['dense', 'conv1d', 'conv2d', 'depthwiseConv2d'];

/**
 * The probabilities of one image as `Quantization` describes the mode `int8`, step by step and with
 * nothing shared with the sources but the features; without activations everything is in floats.
 */
export function referenceProbabilities(
  model: ClassifierModel,
  pixels: Uint8Array,
  watch: Watcher = () => undefined,
): number[] {
  const { recipe, architecture, standardisation } = model;
  const { width, height } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const { data } = computeFeatures({ width, height, channels, data: pixels }, recipe);
  let shape: Shape = architecture.inputShape;
  const columns = shape[shape.length - 1];
  let values = [...data].map((x, at) => {
    if (!standardisation) return x;
    const { mean, scale } = standardisation;
    return Math.fround(Math.fround(x - mean[at % columns]) * scale[at % columns]);
  });
  for (const [place, layer] of layersFromJSON(architecture).entries()) {
    const name = `${place}.${layer.kind}`;
    if (PRODUCTS.includes(layer.kind)) {
      watch(name, values);
      values = product(model, name, layer, values, shape);
    } else {
      values = other(layer, values, shape);
    }
    shape = layer.outputShape(shape);
  }
  const exponentials = values.map((x) => Math.exp(x - Math.max(...values)));
  const sum = exponentials.reduce((a, b) => a + b);
  return exponentials.map((x) => x / sum);
}

function product(
  { weights, quantization }: ClassifierModel,
  name: string,
  layer: Layer,
  values: readonly number[],
  shape: Shape,
): number[] {
  const activation = quantization?.activations?.[name];
  const { data, scale } = quantization?.kernels[`${name}.kernel`] ?? {};
  const bias = weights[`${name}.bias`];
  const depthwise = layer.kind === 'depthwiseConv2d';
  const channels = layer.outputShape(shape).at(-1) ?? 0;
  return windows(layer, values, shape).flatMap((window) =>
    Array.from({ length: channels }, (_, c) => {
      const places = depthwise
        ? Array.from({ length: window.length / channels }, (_, k) => k * channels + c)
        : Array.from(window.keys());
      const kernelAt = (i: number): number => (depthwise ? i : i * channels + c);
      let y: number;
      if (activation && data && scale) {
        const a = places.reduce(
          (sum, i) => sum + quantized(window[i], activation) * data[kernelAt(i)],
          0,
        );
        y = Math.fround(Math.fround(a) * Math.fround(Math.fround(activation.scale) * scale[c]));
      } else {
        const kernel = weights[`${name}.kernel`];
        y = places.reduce((sum, i) => sum + window[i] * kernel[kernelAt(i)], 0);
      }
      if (bias) y = Math.fround(y + bias[c]);
      return layer.options.activation === 'relu' ? Math.max(0, y) : y;
    }),
  );
}

/** q − zero point. */
function quantized(x: number, { scale, zeroPoint }: ActivationQuantization): number {
  const steps = Math.fround(x / scale);
  const low = Math.floor(steps);
  const isHalf = steps - low === 0.5;
  const rounded = isHalf ? low + (Math.abs(low) % 2) : Math.round(steps);
  return Math.max(-128, Math.min(127, rounded + zeroPoint)) - zeroPoint;
}

/** What each output place of a product layer sees, in the order of its kernel. */
function windows(layer: Layer, values: readonly number[], shape: Shape): number[][] {
  const { size: given, stride: step, padding: border } = layer.options;
  const [size, stride, padding] = [given ?? 1, step ?? 1, border ?? 0].map(Number);
  if (layer.kind === 'dense') return [[...values]];
  const outputs = layer.outputShape(shape);
  const channels = shape[shape.length - 1];
  if (layer.kind === 'conv1d') {
    return Array.from({ length: outputs[0] }, (_, at) =>
      values.slice(at * channels, (at + size) * channels),
    );
  }
  const [height, width] = shape;
  const found: number[][] = [];
  for (let row = 0; row < outputs[0]; row++) {
    for (let column = 0; column < outputs[1]; column++) {
      const window: number[] = [];
      for (let k = 0; k < size * size; k++) {
        const y = row * stride + Math.floor(k / size) - padding;
        const x = column * stride + (k % size) - padding;
        const inside = y >= 0 && y < height && x >= 0 && x < width;
        const from = (y * width + x) * channels;
        const zeros = Array<number>(channels).fill(0);
        window.push(...(inside ? values.slice(from, from + channels) : zeros));
      }
      found.push(window);
    }
  }
  return found;
}

function other({ kind, options }: Layer, values: number[], shape: Shape): number[] {
  const channels = shape[shape.length - 1];
  const column = (c: number): number[] => values.filter((_, at) => at % channels === c);
  switch (kind) {
    case 'dropout':
    case 'flatten':
    case 'reshape':
      return values;
    case 'relu':
      return values.map((x) => Math.max(0, x));
    case 'globalAvgPool2d':
      return Array.from({ length: channels }, (_, c) => {
        const all = column(c);
        return Math.fround(all.reduce((a, b) => a + b) / all.length);
      });
    case 'maxPool1d': {
      const size = Number(options.size);
      return Array.from({ length: Math.floor(shape[0] / size) * channels }, (_, at) => {
        const first = Math.floor(at / channels) * size;
        return Math.max(...column(at % channels).slice(first, first + size));
      });
    }
    default:
      throw new Error(`the reference has no ${kind}`);
  }
}
