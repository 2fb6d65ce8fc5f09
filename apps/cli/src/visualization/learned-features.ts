import { type ClassifierModel, createModelNetwork } from '@sig/edge';
import { learnedFieldFeatures } from '@sig/heads';
import { type FeatureGroup, fieldGroups, type Image, learnedPathNames } from '@sig/image-paths';
import { knownLayers } from '../model/own-layers.js';
import type { Field } from './field-panel.js';

/** A field, and what its channels are called. */
export interface NamedField extends Field {
  readonly groups: readonly FeatureGroup[];
}

/** The learned paths of an image, and their field. */
export interface LearnedFeatures {
  readonly paths: NamedField;
  readonly field: NamedField;
}

/** What a model learned to see in an image; nothing where it is no learned field, or has too many paths to name. */
export async function learnedFeatures(
  model: ClassifierModel,
  { data }: Image,
): Promise<LearnedFeatures | undefined> {
  const network = createModelNetwork(model, { layers: knownLayers });
  const seen = await learnedFieldFeatures(network, Uint8Array.from(data));
  if (seen === undefined) return undefined;
  const { paths, field, options } = seen;
  const count = paths.shape[2];
  const names = learnedPathNames(count);
  if (names === undefined) return undefined;
  return {
    paths: { ...paths, groups: [{ name: 'learned paths', start: 0, count, names }] },
    field: {
      ...field,
      groups: fieldGroups(names, options),
    },
  };
}
