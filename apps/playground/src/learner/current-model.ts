import { decodeModel, encodeModel, quantizeModel, type SavedModel } from '@sig/edge';
import { type Classifier, createClassifier, type Prediction } from '@sig/edge/runtime';
import { layers as fieldLayers } from '@sig/edge/runtime/field';
import { countCost, layersFromJSON } from '@sig/heads';
import { recipeCost, recipeShape } from '@sig/image-paths';
import { knnLayers } from '@sig/knn-slice';
import { layers as engineLayers } from '@sig/knn-slice/runtime';
import type { Answer, ImageInput, ModelFacts } from '../link/learner.js';

/** Of the learned field, which `sig train` makes of photographs, and of engines. */
const RUNTIME_LAYERS = { ...fieldLayers, ...engineLayers };

/** A model that is ready to answer. */
export interface CurrentModel {
  readonly model: SavedModel;
  readonly bytes: Uint8Array;
  readonly classifier: Classifier<Prediction>;
}

/**
 * Makes a model of the bytes of its file.
 *
 * @throws Error when the bytes are no model of this project.
 */
export function openModel(bytes: Uint8Array): CurrentModel {
  const model = decodeModel(bytes, { layers: knnLayers });
  return { model, bytes, classifier: createClassifier(bytes, { layers: RUNTIME_LAYERS }) };
}

/** Whether the nearest of its references answer. */
export function isEngine({ architecture }: SavedModel): boolean {
  return architecture.layers.some(({ kind }) => kind === 'knn' || kind === 'prototypeSimilarity');
}

/** What a model costs, counted from its layers. */
export function costOf({ recipe, architecture }: SavedModel): { params: number; macs: number } {
  const layers = layersFromJSON(architecture, knnLayers);
  const { params, macs } = countCost(layers, recipeShape(recipe));
  return { params, macs: macs + recipeCost(recipe) };
}

/** What is told of a model, its speed measured. */
export function describeModel({ model, bytes, classifier }: CurrentModel): ModelFacts {
  const { width, height, transform } = model.recipe;
  return {
    method: isEngine(model) ? 'neighbours' : 'network',
    labels: model.labels,
    width,
    height,
    transform,
    ...costOf(model),
    bytes: bytes.length,
    smallBytes: inInt8(model)?.length,
    microseconds: measure(classifier, width, height),
    heldOut: [],
  };
}

/** The model in a quarter of the bytes; undefined where it is in few bits already. */
export function inInt8(model: SavedModel): Uint8Array | undefined {
  if (model.quantization !== undefined) return undefined;
  const own = { layers: knnLayers };
  return encodeModel(quantizeModel(model, { mode: 'dynamic-int8', ...own }), own);
}

/** What a model says of an image, and how long that took. */
export function answer({ classifier }: CurrentModel, image: ImageInput): Answer {
  const start = performance.now();
  const { probabilities } = classifier.classify(image);
  const microseconds = 1000 * (performance.now() - start);
  return { probabilities: Array.from(probabilities), microseconds };
}

/** Microseconds of an image at the model's own size: the best of some runs, after a warm-up. */
function measure({ classify }: Classifier<Prediction>, width: number, height: number): number {
  const image = { width, height, data: new Uint8Array(3 * width * height).fill(99) };
  const RUNS = 10;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; round++) {
    const start = performance.now();
    for (let run = 0; run < RUNS; run++) classify(image);
    best = Math.min(best, performance.now() - start);
  }
  return (1000 * best) / RUNS;
}
