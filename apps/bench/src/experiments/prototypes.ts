import {
  type ClassifierModel,
  createModelNetwork,
  decodeModel,
  dequantizeKernel,
  encodeModel,
  quantizeKernel,
  quantizeModel,
} from '@sig/edge';
import {
  architectureToJSON,
  createNetwork,
  evaluate,
  type Network,
  predict,
  stratifiedSplit,
} from '@sig/heads';
import { createFeatures, defaultRecipe } from '@sig/image-paths';
import type { Mnist } from '@sig/image-paths/node';
import {
  attachPrototypes,
  clusterClasses,
  condense,
  createFeatureNet,
  discriminantProjection,
  extractFeatures,
  type FeatureSamples,
  knnLayers,
  learnPrototypes,
  netBytes,
  type Projection,
  type Prototypes,
  type Storage,
} from '@sig/knn-slice';

/** How references become few. */
export type Reduction =
  /** All of them, as features: what the others are measured by. */
  | { readonly method: 'none'; readonly k: number }
  /** A consistent subset among linear discriminants. */
  | { readonly method: 'condensed' }
  /** Centroids of each class among linear discriminants. */
  | { readonly method: 'k-means'; readonly k: number }
  /** Prototypes, scores and projection, by gradients. */
  | { readonly method: 'learned'; readonly dimensions: number; readonly epochs: number };

/** What a table asks of one line. */
export interface PrototypeRecipe {
  /** Of each convolution of the feature net; their weights are random. */
  readonly filters: readonly number[];
  readonly reduction: Reduction;
  readonly storage: Storage;
  /** Of the whole file. */
  readonly maxBytes?: number;
}

/** All that decides an engine, as plain data. */
export interface PrototypeExperiment extends PrototypeRecipe {
  readonly judged: 'test' | 'validation';
  readonly seed: number;
  readonly threads: number;
}

/** What an experiment gave. */
export interface PrototypeResult {
  readonly accuracy: number;
  /** Right answers, and images in all. */
  readonly hits: number;
  readonly count: number;
  /** Of the model file, header and all. */
  readonly bytes: number;
  /** Of the filters alone, as they are stored. */
  readonly filterBytes: number;
  readonly references: number;
  /** Numbers in a reference. */
  readonly width: number;
  /** The one part that differs from run to run: to reduce the references, without the features. */
  readonly times: { readonly seconds: number };
}

/** Bytes of a file beside its weights: the header, the recipe and the architecture are below that. */
const HEADER = 2500;
/** Share of train that is set aside where a choice is made, and the seed that draws it. */
const VALIDATION = { share: 1 / 6, seed: 20_000 };
const IMAGE = 784;

const RECIPE = defaultRecipe({
  transform: 'pixels',
  width: 28,
  height: 28,
  channels: 'grey',
});

/**
 * Makes runners of experiments on MNIST: filters, features, fewer references, a model file of them; what
 * is judged is that file, decoded. What follows from filters alone is kept for the next experiment.
 */
export function createPrototypeRunner(
  digits: Mnist,
): (experiment: PrototypeExperiment) => Promise<PrototypeResult> {
  let kept: { readonly key: string; readonly features: Promise<FilterFeatures> } | undefined;
  return async (experiment) => {
    const { filters, storage, judged, seed, threads } = experiment;
    const key = JSON.stringify([filters, storage, judged, seed, threads]);
    if (kept?.key !== key) kept = { key, features: filterFeatures(digits, experiment) };
    return judge(digits, experiment, await kept.features);
  };
}

/** What filters make of the images that are learned from. */
interface FilterFeatures {
  readonly network: Network;
  readonly samples: FeatureSamples;
  /** Images that the engine is judged on. */
  readonly pixels: Uint8Array;
  readonly labels: Int32Array;
  /** Linear discriminants of the samples, once they are asked for. */
  projection?: Projection;
}

async function filterFeatures(
  { train, test }: Mnist,
  { filters, storage, judged, seed, threads }: PrototypeExperiment,
): Promise<FilterFeatures> {
  const features = createFeatures(RECIPE);
  const random = createFeatureNet({ filters, seed, features });
  const network = storage === 'int8' ? inBytes(random) : random;
  if (judged === 'test') {
    const rows = await extractFeatures(network, train.pixels, { threads });
    const samples = { features: rows, labels: train.labels };
    return { network, samples, pixels: test.pixels, labels: test.labels };
  }
  const split = stratifiedSplit(train.labels, VALIDATION.share, VALIDATION.seed);
  const pick = (places: Int32Array) => {
    const pixels = new Uint8Array(places.length * IMAGE);
    for (const [at, place] of places.entries()) {
      pixels.set(train.pixels.subarray(place * IMAGE, (place + 1) * IMAGE), at * IMAGE);
    }
    return { pixels, labels: places.map((place) => train.labels[place]) };
  };
  const training = pick(split.training);
  const rows = await extractFeatures(network, training.pixels, { threads });
  return {
    network,
    samples: { features: rows, labels: training.labels },
    ...pick(split.validation),
  };
}

async function judge(
  { classes }: Mnist,
  experiment: PrototypeExperiment,
  kept: FilterFeatures,
): Promise<PrototypeResult> {
  const { storage, threads, reduction } = experiment;
  const { network, pixels, labels } = kept;
  const begun = performance.now();
  const prototypes = await reduce(experiment, kept);
  const seconds = (performance.now() - begun) / 1000;

  const k = 'k' in reduction ? reduction.k : 1;
  const engine = attachPrototypes(network, prototypes, { k });
  const architecture = architectureToJSON(engine);
  const { weights } = engine;
  const own = { layers: knnLayers };
  const model: ClassifierModel = {
    kind: 'classifier',
    ...{ labels: classes, recipe: RECIPE, architecture, weights },
  };
  const stored =
    storage === 'int8' ? quantizeModel(model, { mode: 'dynamic-int8', ...own }) : model;
  const file = encodeModel(stored, own);
  const restored = createModelNetwork(decodeModel(file, own), own);
  const figures = evaluate(await predict(restored, pixels, { threads }), labels, classes);
  return {
    accuracy: figures.accuracy,
    hits: Math.round(figures.accuracy * labels.length),
    count: labels.length,
    bytes: file.length,
    filterBytes: netBytes(network, storage),
    references: prototypes.count,
    width: prototypes.width,
    times: { seconds },
  };
}

async function reduce(
  { reduction, storage, maxBytes = Infinity, seed, threads }: PrototypeExperiment,
  kept: FilterFeatures,
): Promise<Prototypes> {
  const { network, samples } = kept;
  if (reduction.method === 'none') return allOf(samples);
  kept.projection ??= await discriminantProjection(samples, { threads });
  const { projection } = kept;
  const left = maxBytes - netBytes(network, storage) - HEADER;
  const options = { maxBytes: left, storage, projection, seed, threads };
  switch (reduction.method) {
    case 'condensed':
      return condense(samples, options);
    case 'k-means':
      return clusterClasses(samples, options);
    case 'learned': {
      const { dimensions, epochs } = reduction;
      return learnPrototypes(samples, { ...options, dimensions, epochs });
    }
  }
}

function allOf({ features, labels }: FeatureSamples): Prototypes {
  const count = labels.length;
  const width = features.length / count;
  return { references: features, count, width, labels: Int32Array.from(labels), classes: 10 };
}

/** A net whose filters are what int8 makes of them, so that features are those of the stored engine. */
function inBytes({ layers, inputShape, features, parameters, weights }: Network): Network {
  const rounded = parameters.map(({ name, shape }) => {
    if (shape.length === 1) return [name, weights[name]];
    return [name, dequantizeKernel(quantizeKernel(weights[name], shape[shape.length - 1]))];
  });
  return createNetwork({ layers, inputShape, features, weights: Object.fromEntries(rounded) });
}
