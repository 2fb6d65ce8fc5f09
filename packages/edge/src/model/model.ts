import type { ArchitectureJSON, LayerFactory, Standardisation } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';
import type { Quantization } from '../quantization/quantization.js';

/** A value that JSON can hold. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** How a model came to be: options, figures, dates. Kept as it is; nothing is computed from it. */
export type TrainingSummary = Readonly<Record<string, JsonValue>>;

/** Code that a model needs and its file does not hold. */
export interface OwnLayers {
  /** Makes the layers of kinds of one's own, by their kind. */
  readonly layers?: Readonly<Record<string, LayerFactory>>;
}

/** All that is needed to tell the class of an image, as plain data. */
export interface ClassifierModel {
  readonly kind: 'classifier';
  /** The names of the classes, in the order of the network's outputs. */
  readonly labels: readonly string[];
  /** How an image becomes the network's input. */
  readonly recipe: FeatureRecipe;
  readonly architecture: ArchitectureJSON;
  /** One array a parameter of the architecture, named `<layer>.<kind>.<parameter>`. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  readonly standardisation?: Standardisation;
  /** Of a quantised model: what its weights were made from, and how it computes. */
  readonly quantization?: Quantization;
  readonly training?: TrainingSummary;
}

/** A model as a file holds it. */
export interface SavedModel extends ClassifierModel {
  /** The program that wrote the file, `<name>/<version>`. */
  readonly createdBy: string;
}
