import { type ClassifierModel, createModelNetwork } from '@sig/edge';
import { createNetwork, flatten, predict, type SignatureFieldOptions } from '@sig/heads';
import type { Image } from '@sig/image-paths';
import { knownLayers } from '../model/own-layers.js';
import { type FeatureGroup, fieldGroups } from './feature-groups.js';
import type { Field } from './field-panel.js';

/** A field, and what its channels are called. */
export interface NamedField extends Field {
  readonly groups: readonly FeatureGroup[];
}

/** What a learned field makes of an image before its head classifies it. */
export interface LearnedFeatures {
  /** The channels of the paths, of each pixel. */
  readonly paths: NamedField;
  /** The signatures of the paths, of each window. */
  readonly field: NamedField;
}

/** Paths have numbers for letters. */
const LETTERS = '123456789abcdefghijklmnopqrstuvwxyz';

/**
 * The learned paths of an image and their field, by the layers of a model up to its signature field;
 * nothing where the model has none, or more paths than can be named.
 */
export async function learnedFeatures(
  model: ClassifierModel,
  { data }: Image,
): Promise<LearnedFeatures | undefined> {
  const network = createModelNetwork(model, { layers: knownLayers });
  const { layers, shapes, features, standardisation, weights } = network;
  const place = layers.findIndex(({ kind }) => kind === 'signatureField');
  if (place < 1) return undefined;
  const [, , channels] = shapes[place - 1];
  if (channels > LETTERS.length) return undefined;
  const after = async (end: number): Promise<Field> => {
    const front = [...layers.slice(0, end), flatten()];
    const part = createNetwork({ layers: front, features, standardisation, weights });
    const values = await predict(part, Uint8Array.from(data), { output: 'activations' });
    return { shape: shapes[end - 1], values };
  };
  const names = [...LETTERS.slice(0, channels)];
  const { direction = 'both', moments = true }: SignatureFieldOptions = layers[place].options;
  return {
    paths: {
      ...(await after(place)),
      groups: [{ name: 'learned paths', start: 0, count: channels, names }],
    },
    field: {
      ...(await after(place + 1)),
      groups: fieldGroups(names, { depth: 2, time: false, direction, moments }),
    },
  };
}
