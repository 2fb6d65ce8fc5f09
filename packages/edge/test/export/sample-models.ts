import {
  architectureToJSON,
  avgPool2d,
  batchNorm,
  cnn1dHead,
  conv1d,
  conv2d,
  createNetwork,
  dense,
  dropout,
  fcHead,
  fieldHead,
  flatten,
  gelu,
  globalAvgPool2d,
  type Layer,
  layerNorm,
  learnedFieldHead,
  maxPool2d,
  multiHeadAttention,
  type Network,
  predict,
  relu,
  reshape,
  residual,
  type Shape,
  separableHead,
  sequencePool,
  softmax,
  transformerHead,
} from '@sig/heads';
import {
  createFeatures,
  type DefaultRecipeOptions,
  defaultRecipe,
  recipeShape,
} from '@sig/image-paths';
import type { ClassifierModel } from '../../src/index.js';
import { seededIntegers } from '../seeded-random.js';

/** A model with random weights and statistics, and the network that says what it must predict. */
export interface SampleModel {
  readonly model: ClassifierModel;
  readonly network: Network;
}

export interface SampleOptions {
  readonly recipe: DefaultRecipeOptions;
  readonly head: (shape: Shape) => Layer[];
  readonly labels?: readonly string[];
}

export function sampleModel({ recipe: given, head, labels }: SampleOptions): SampleModel {
  const recipe = defaultRecipe(given);
  const inputShape = recipeShape(recipe);
  const layers = head(inputShape);
  const made = createNetwork({ layers, inputShape, seed: 5 });
  const random = seededIntegers(9);
  const uniform = (least: number, most: number): number =>
    least + ((most - least) * random(1 << 20)) / (1 << 20);
  // What starts at 0 or 1 would hide mistakes.
  for (const [name, values] of Object.entries(made.weights)) {
    const [least, most] = /gamma|variance/.test(name) ? [0.5, 1.5] : [-0.3, 0.3];
    if (!/gamma|variance|bias|beta|mean$/i.test(name)) continue;
    for (let at = 0; at < values.length; at++) values[at] = uniform(least, most);
  }
  const columns = inputShape[inputShape.length - 1];
  const standardisation = {
    mean: Float32Array.from({ length: columns }, () => uniform(-0.1, 0.1)),
    scale: Float32Array.from({ length: columns }, () => uniform(0.5, 3)),
  };
  const classes = made.shapes[made.shapes.length - 1][0];
  const { weights } = made;
  const model: ClassifierModel = {
    kind: 'classifier',
    labels: labels ?? Array.from({ length: classes }, (_, index) => `class ${index}`),
    recipe,
    architecture: architectureToJSON(made),
    weights,
    standardisation,
  };
  const features = createFeatures(recipe);
  return { model, network: createNetwork({ layers, features, weights, standardisation }) };
}

/** Every recipe and every layer at least once, small enough to run in a moment. */
export const samples: Readonly<Record<string, SampleOptions>> = {
  'cnn1d on rows at depth 4': {
    recipe: { width: 32, height: 32 },
    head: (shape) => cnn1dHead(shape, 2),
  },
  'cnn1d on rows and columns of grey digits': {
    recipe: { channels: 'grey', width: 28, height: 28, direction: 'both', depth: 3 },
    head: (shape) => cnn1dHead(shape, 10, { filters: [8, 16], hidden: 12 }),
  },
  'fc on columns with time at depth 2': {
    recipe: { width: 12, height: 20, direction: 'columns', depth: 2, time: true },
    head: (shape) => fcHead(shape, 3, { hidden: 7 }),
  },
  'fc on rows with a basepoint at depth 1': {
    recipe: { width: 9, height: 5, depth: 1, basepoint: true },
    head: (shape) => fcHead(shape, 4, { hidden: 6 }),
  },
  'fc on rows of one pixel': {
    recipe: { width: 1, height: 6, depth: 3, time: true, basepoint: true },
    head: (shape) => fcHead(shape, 2, { hidden: 6 }),
  },
  'transformer on rows at depth 3': {
    recipe: { width: 24, height: 24, depth: 3, basepoint: true },
    head: (shape) =>
      transformerHead(shape, 5, { filters: [8, 12], heads: 3, keySize: 4, layers: 2 }),
  },
  'separable on pixels': {
    recipe: { width: 24, height: 16, transform: 'pixels' },
    head: (shape) => separableHead(shape, 3, { widths: [8, 12, 16] }),
  },
  'layers on columns of pixels': {
    recipe: { width: 18, height: 18, transform: 'pixels', direction: 'both' },
    head: ([streams, words]) => [
      reshape([streams, words / 3, 3]),
      conv2d(6, { size: 3, stride: 2, padding: 2, activation: 'relu' }),
      residual([conv2d(6, { size: 3, padding: 1 }), batchNorm(), gelu()]),
      maxPool2d(2),
      avgPool2d(2),
      layerNorm(),
      relu(),
      globalAvgPool2d(),
      softmax(),
      dense(4),
    ],
  },
  'field head on a field': {
    recipe: { width: 32, height: 24, transform: 'field' },
    head: (shape) => fieldHead(shape, 3, { widths: [8, 8, 12] }),
  },
  'layers on a field of columns with time at depth 3': {
    recipe: {
      ...{ width: 13, height: 11, channels: 'grey', transform: 'field', direction: 'columns' },
      ...{ window: 5, stride: 3, depth: 3, time: true },
    },
    head: () => [conv2d(6, { activation: 'relu' }), flatten(), dense(3)],
  },
  'a learned field on pixels': {
    recipe: { width: 24, height: 20, transform: 'pixels' },
    head: (shape) => learnedFieldHead(shape, 3, { paths: 6, widths: [16, 24] }),
  },
  'a learned field whose places are weighed': {
    recipe: { width: 21, height: 18, transform: 'pixels' },
    head: (shape) =>
      learnedFieldHead(shape, 3, {
        ...{ normalise: true, window: 5, stride: 2, widths: [6, 10], pool: 'attention' },
      }),
  },
  'a learned field of rows without moments': {
    recipe: { width: 17, height: 13, channels: 'grey', transform: 'pixels' },
    head: (shape) =>
      learnedFieldHead(shape, 2, {
        ...{ channels: 1, paths: 3, frontStride: 2, window: 3, stride: 2, widths: [6] },
        ...{ direction: 'rows', moments: false },
      }),
  },
  'a field of columns of learned paths': {
    recipe: { width: 11, height: 16, transform: 'pixels' },
    head: (shape) =>
      learnedFieldHead(shape, 2, { window: 5, stride: 3, widths: [6], direction: 'columns' }),
  },
  'attention and pools on sequences': {
    recipe: { width: 12, height: 13, depth: 2 },
    head: () => [
      conv1d(8, { size: 4 }),
      layerNorm(),
      residual([multiHeadAttention(2), dropout(0.2), residual([batchNorm(), gelu()])]),
      batchNorm(),
      sequencePool(),
      dense(6, { activation: 'relu' }),
      dense(2),
    ],
  },
  'batch normalisation of features and of units': {
    recipe: { width: 8, height: 8, depth: 2, direction: 'both' },
    head: () => [batchNorm(), flatten(), dense(9), batchNorm(), gelu(), dense(3)],
  },
};

/** `count` images one after the other: noise, ramps, flat and extreme ones. */
export function sampleImages(size: number, count: number): Uint8Array {
  const random = seededIntegers(17);
  const pixels = new Uint8Array(size * count);
  for (let image = 0; image < count; image++) {
    const [start, slope, noise] = [random(256), random(7), [0, 16, 256][random(3)]];
    for (let at = 0; at < size; at++) {
      const value = start + slope * at + (noise > 0 ? random(noise) : 0);
      pixels[image * size + at] = image === 0 ? 255 * (at % 2) : value;
    }
  }
  return pixels;
}

/** What the training engine says of images. */
export function expectedProbabilities(
  { network }: SampleModel,
  pixels: Uint8Array,
): Promise<Float32Array> {
  return predict(network, pixels);
}
