import { createRuntime, type Runtime } from '@sig/kernels/runtime';
import { ModelFileError } from '../model-file-error.js';
import { channelsOf } from './image/channels-of.js';
import { createFitter } from './image/create-fitter.js';
import { createPixelReader, type ImageSource, type Pixels } from './image/image-source.js';
import type { OwnLayers } from './own-layer.js';
import { type Buffer, bind, type Plan } from './plan.js';
import { type PlannedFeatures, planFeatures } from './plan-features.js';
import { planNetwork } from './plan-network.js';
import { type Prediction, predictFrom } from './prediction.js';
import { readModel } from './read-model.js';

/** The bytes of a model file. */
export type ModelBytes = Uint8Array | ArrayBuffer;

export interface CreateClassifierOptions {
  /** Makes the layers of kinds that the runtime has not, such as those of `@sig/knn-slice/runtime`. */
  layers?: OwnLayers;
}

/** Tells the class of images. */
export interface Classifier<Result> {
  /** How many passes over the pixels an image takes: models of one recipe share theirs. */
  readonly featurePasses: number;
  /**
   * The prediction for an image of any size, on the calling thread. The same object comes back each
   * time with new numbers in it, so that frames make no garbage: copy what is to be kept.
   *
   * @throws TypeError or RangeError for what is no image.
   */
  classify(image: ImageSource): Result;
  /** Bytes of the memory it works in: weights and room for what is computed. */
  readonly memoryBytes: number;
}

/**
 * A classifier from the bytes of a model file, float32 or int8, or one from those of several that
 * look at the same images: models of the same recipe share one pass from pixels to features.
 *
 * Weights and working memory are placed at the first image; before that a file costs as much memory
 * as it has bytes, at most four times as much and a megabyte. A file that would take more than 256 MiB is refused.
 *
 * @throws ModelFileError when the bytes are no model, are damaged, or need what the runtime has not;
 * TypeError for what are no bytes.
 *
 * @example
 * const classifier = createClassifier(await (await fetch('model.safetensors')).arrayBuffer());
 * const { label, probability } = classifier.classify(imageData);
 */
export function createClassifier(
  model: ModelBytes,
  options?: CreateClassifierOptions,
): Classifier<Prediction>;
export function createClassifier(
  models: readonly ModelBytes[],
  options?: CreateClassifierOptions,
): Classifier<readonly Prediction[]>;
export function createClassifier(
  given: ModelBytes | readonly ModelBytes[],
  { layers = {} }: CreateClassifierOptions = {},
): Classifier<Prediction | readonly Prediction[]> {
  const files: readonly ModelBytes[] = isList(given) ? given : [given];
  if (files.length === 0) throw new RangeError('createClassifier needs a model, got none');
  const plan: Plan = { buffers: [], steps: [], size: 0 };
  const passes = new Map<string, Pass>();
  const heads = files.map((file) => planFile(plan, passes, file, layers));
  const runtime = createRuntime();
  const predictions = heads.map(({ prediction }) => prediction);
  const result = isList(given) ? predictions : predictions[0];
  const read = createPixelReader();
  let run: ((image: Pixels) => void) | undefined;
  return {
    featurePasses: passes.size,
    get memoryBytes() {
      return runtime.memoryBytes;
    },
    classify(image) {
      const pixels = read(image);
      channelsOf(pixels);
      run ??= bindClassifier(plan, runtime, [...passes.values()], heads);
      run(pixels);
      return result;
    },
  };
}

/** One way from an image to features, which all models of its recipe take. */
interface Pass extends PlannedFeatures {
  readonly fit: (image: Pixels, target: Uint8Array) => void;
  readonly bytes: number;
}

interface Head {
  readonly logits: Buffer;
  readonly prediction: Prediction;
}

/** Plans all of a model's work, but the features where an earlier model has the same. */
function planFile(plan: Plan, passes: Map<string, Pass>, file: ModelBytes, own: OwnLayers): Head {
  const bytes = file instanceof ArrayBuffer ? new Uint8Array(file) : file;
  if (!(bytes instanceof Uint8Array)) {
    throw new TypeError(`a model must be the bytes of its file, got ${typeof bytes}`);
  }
  try {
    const model = readModel(bytes);
    const { recipe, labels } = model;
    const { width, height, fit = 'stretch' } = recipe;
    const key = JSON.stringify(recipe, Object.keys(recipe).sort());
    let pass = passes.get(key);
    if (pass === undefined) {
      const channels = recipe.channels === 'rgb' ? 3 : 1;
      const fitted = createFitter({ width, height, channels, fit });
      pass = { ...planFeatures(plan, recipe), fit: fitted, bytes: width * height * channels };
      passes.set(key, pass);
    }
    const logits = planNetwork(plan, model, pass, own);
    const probabilities = new Float32Array(labels.length);
    return { logits, prediction: { label: labels[0], probability: 0, probabilities, labels } };
  } catch (error) {
    if (error instanceof ModelFileError) throw error;
    const { message } = error as Error;
    throw new ModelFileError('invalid', `the model file cannot be used: ${message}`);
  }
}

/** Places everything in memory; what comes back makes no garbage. */
function bindClassifier(
  plan: Plan,
  runtime: Runtime,
  passes: readonly Pass[],
  heads: readonly Head[],
): (image: Pixels) => void {
  const steps = bind(plan, runtime);
  // What the plan holds are the weights, which are placed now.
  plan.steps.length = 0;
  const memory = runtime.reals(0, runtime.memoryBytes / 4);
  const targets = passes.map(({ pixels, bytes }) => runtime.bytes(pixels.at, bytes));
  return (image) => {
    for (let index = 0; index < passes.length; index++) passes[index].fit(image, targets[index]);
    for (let index = 0; index < steps.length; index++) steps[index](memory);
    for (let index = 0; index < heads.length; index++) {
      const { logits, prediction } = heads[index];
      predictFrom(memory, logits.at >> 2, prediction);
    }
  };
}

function isList(given: ModelBytes | readonly ModelBytes[]): given is readonly ModelBytes[] {
  return Array.isArray(given);
}
