import { type Shape, type Standardisation, sizeOf } from '@sig/heads';
import { parseRecipe, recipeShape } from '@sig/image-paths';
import { checkQuantization } from '../quantization/check-quantization.js';
import { checkArchitecture } from './check-architecture.js';
import type { ClassifierModel, OwnLayers } from './model.js';
import { weightShapes } from './weight-shapes.js';

/**
 * Checks that the parts of a model fit together; returns the shape of each weight by its name.
 *
 * @throws TypeError or RangeError that says which part does not fit.
 */
export function checkModel(
  model: ClassifierModel,
  { layers }: OwnLayers = {},
): ReadonlyMap<string, Shape> {
  const { labels, architecture, weights, standardisation, quantization } = model;
  checkLabels(labels);
  checkArchitecture(architecture);
  const inputShape = recipeShape(parseRecipe(model.recipe));
  const { shapes, channels, outputShape } = weightShapes(architecture, layers);
  if (!equal(architecture.inputShape, inputShape)) {
    throw new RangeError(
      `the recipe gives features [${inputShape}], the architecture takes [${architecture.inputShape}]`,
    );
  }
  if (!equal(outputShape, [labels.length])) {
    throw new RangeError(
      `the architecture ends in [${outputShape}], which is not one output for each of ${labels.length} labels`,
    );
  }
  checkWeights(weights, shapes);
  if (standardisation !== undefined) checkStandardisation(standardisation, inputShape);
  if (quantization !== undefined) {
    checkQuantization({ architecture, weights, quantization }, shapes, channels);
  }
  return shapes;
}

function checkLabels(labels: readonly string[]): void {
  if (!Array.isArray(labels) || !labels.every((label) => typeof label === 'string' && label)) {
    throw new TypeError('labels must be a list of names');
  }
  if (labels.length < 2 || new Set(labels).size !== labels.length) {
    throw new RangeError(
      `labels must be at least two different names, got [${labels.slice(0, 10).join(', ')}]`,
    );
  }
}

function checkWeights(
  weights: Readonly<Record<string, Float32Array>>,
  shapes: ReadonlyMap<string, Shape>,
): void {
  for (const [name, shape] of shapes) {
    const data = Object.hasOwn(weights, name) ? weights[name] : undefined;
    if (!(data instanceof Float32Array)) {
      throw new TypeError(`weight ${name} must be a Float32Array of shape [${shape}]`);
    }
    if (data.length !== sizeOf(shape)) {
      throw new RangeError(`weight ${name} must have the shape [${shape}], got ${data.length}`);
    }
    checkFinite(`weight ${name}`, data);
  }
  for (const name of Object.keys(weights)) {
    if (!shapes.has(name)) throw new RangeError(`no layer of the architecture has weight ${name}`);
  }
}

function checkStandardisation({ mean, scale }: Standardisation, inputShape: Shape): void {
  const columns = Number(inputShape.at(-1));
  for (const values of [mean, scale]) {
    const fits =
      values instanceof Float32Array &&
      columns % values.length === 0 &&
      values.length === mean.length;
    if (!fits) {
      throw new TypeError(
        `standardisation must be two Float32Arrays of ${columns} values, or of one for each channel of pixels`,
      );
    }
    checkFinite('standardisation', values);
  }
}

/** A network of one NaN says NaN to everything. */
function checkFinite(what: string, values: Float32Array): void {
  const place = values.findIndex((value) => !Number.isFinite(value));
  if (place < 0) return;
  throw new RangeError(`${what} must hold finite numbers, got ${values[place]} at ${place}`);
}

function equal(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((extent, axis) => extent === b[axis]);
}
