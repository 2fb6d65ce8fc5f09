import { type ClassifierModel, createModelNetwork } from '@sig/edge';
import { type Activations, attendedPlaces, learnedFieldFeatures } from '@sig/heads';
import type { Grid } from '@sig/heads/plots';
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
  /** How many times the mean a place counts in the answer, less 1; where the model weighs them. */
  readonly attention?: Grid;
}

/** What a model learned to see in an image; nothing where it is no learned field, or has too many paths to name. */
export async function learnedFeatures(
  model: ClassifierModel,
  { data }: Image,
): Promise<LearnedFeatures | undefined> {
  const network = createModelNetwork(model, { layers: knownLayers });
  const pixels = Uint8Array.from(data);
  const seen = await learnedFieldFeatures(network, pixels);
  if (seen === undefined) return undefined;
  const { paths, field, options } = seen;
  const count = paths.shape[2];
  const names = learnedPathNames(count);
  if (names === undefined) return undefined;
  const places = await attendedPlaces(network, pixels);
  return {
    ...(places?.shape.length === 2 && { attention: attentionOf(places) }),
    paths: { ...paths, groups: [{ name: 'learned paths', start: 0, count, names }] },
    field: {
      ...field,
      groups: fieldGroups(names, options),
    },
  };
}

function attentionOf({ shape: [height, width], values }: Activations): Grid {
  return { width, height, values: values.map((share) => share * values.length - 1) };
}
