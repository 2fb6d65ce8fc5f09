import type { FeatureRecipe } from '@sig/image-paths';
import { CHECKSUM_KEY, contentChecksum } from '../model/content-checksum.js';
import { ModelFileError } from '../model-file-error.js';
import type { Tensor } from '../safetensors/tensor.js';
import type { IntegerRange } from './layers/plan-integers.js';
import { readRecipe } from './read-recipe.js';
import { viewSafetensors } from './view-safetensors.js';

/** What a prediction takes from a model file. */
export interface RuntimeModel {
  readonly labels: readonly string[];
  readonly recipe: FeatureRecipe;
  readonly architecture: { readonly inputShape: unknown; readonly layers: unknown };
  readonly tensors: Readonly<Record<string, Tensor>>;
  /** Of the inputs of layers that compute in integers. */
  readonly ranges?: Readonly<Record<string, IntegerRange>>;
}

/** Reads a model file; its layers and weights are looked at when they are planned. */
export function readModel(bytes: Uint8Array): RuntimeModel {
  const content = viewSafetensors(bytes);
  const { metadata, tensors } = content;
  if (metadata.format !== 'sig-model') {
    throw new ModelFileError('not-a-model', 'a safetensors file, but not a model of sig');
  }
  if (metadata.format_version !== '1' || metadata.kind !== 'classifier') {
    throw new ModelFileError('newer-version', 'the model file needs a newer version of @sig/edge');
  }
  if (metadata[CHECKSUM_KEY] !== contentChecksum(content)) {
    throw new ModelFileError('wrong-checksum', 'the model file is damaged; copy it again');
  }
  const [labels, recipe, architecture, quantization] = [
    metadata.labels,
    metadata.recipe,
    metadata.architecture,
    metadata.quantization ?? '{"version":1}',
  ].map((text) => JSON.parse(text));
  const right =
    Array.isArray(labels) &&
    labels.length > 1 &&
    labels.every((label) => typeof label === 'string' && label) &&
    new Set(labels).size === labels.length;
  if (!right) throw new RangeError('its labels must be two different names or more');
  if (quantization.version !== 1) throw new RangeError('its quantisation is not known here');
  const ranges = quantization.activations;
  return { labels, recipe: readRecipe(recipe), architecture, tensors, ranges };
}
