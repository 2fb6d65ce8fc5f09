import { createModelNetwork, type SavedModel } from '@sig/edge';
import { learnedFieldFeatures } from '@sig/heads';
import {
  createFeatures,
  type FeatureGroup,
  type FeatureRecipe,
  featureGroups,
  fieldGroups,
  fitImage,
  learnedPathNames,
} from '@sig/image-paths';
import { createEngine, type KernelCall } from '@sig/kernels';
import { knnLayers } from '@sig/knn-slice';
import type { Inside, NamedGroup, Pixels } from '../link/learner.js';
import type { CurrentModel } from './current-model.js';
import { rawImage } from './image-samples.js';

/** Deeper levels are not drawn: they have hundreds of words. */
const LEVELS = 4;

/** The pixels and the features that a model sees of an image; of a learned field what it has learned to see. */
export async function lookInside({ model }: CurrentModel, image: Pixels): Promise<Inside> {
  const { recipe } = model;
  const { width, height, fit, transform, direction } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const { data } = fitImage(rawImage(image), { width, height, channels, fit });
  const pixels = Uint8Array.from(data);
  const shown = { width, height, channels, pixels } as const;
  const learned = await learnedInside(model, pixels);
  if (learned !== undefined) return { ...shown, ...learned };
  const groups = named(featureGroups(recipe, { namedLevels: LEVELS }));
  return { ...shown, transform, direction, groups, ...featuresOf(recipe, pixels) };
}

/** Learned paths and their field, under the numbers of the paths. */
async function learnedInside(model: SavedModel, pixels: Uint8Array) {
  // Most models have none, and a network is made by copying its weights, references too.
  if (!model.architecture.layers.some(({ kind }) => kind === 'signatureField')) return undefined;
  const network = createModelNetwork(model, { layers: knnLayers });
  const seen = await learnedFieldFeatures(network, pixels);
  if (seen === undefined) return undefined;
  const { paths, field, options } = seen;
  const names = learnedPathNames(paths.shape[2]);
  if (names === undefined) return undefined;
  const { direction = 'both' } = options;
  const { shape, values: features } = field;
  return {
    transform: 'field',
    ...{ direction, shape, features },
    groups: named(fieldGroups(names, options)),
    paths: { ...paths, names },
  } as const;
}

function named(groups: readonly FeatureGroup[]): NamedGroup[] {
  return groups.flatMap(({ names, ...group }) =>
    names === undefined ? [] : [{ ...group, names }],
  );
}

function featuresOf(recipe: FeatureRecipe, pixels: Uint8Array): Pick<Inside, 'shape' | 'features'> {
  const { inputBytes, modules, push, shape } = createFeatures(recipe);
  const size = shape.reduce((product, extent) => product * extent, 1);
  const engine = createEngine({ modules });
  // What the features need beside their input must lie in memory before it.
  push([], engine, 0, 0, 1);
  const input = engine.allocate(inputBytes);
  const output = engine.allocateReals(size);
  engine.bytesAt(input, inputBytes).set(pixels);
  const program: KernelCall[] = [];
  push(program, engine, input, output, 1);
  engine.run([program]);
  return { shape, features: Float32Array.from(engine.realsAt(output, size)) };
}
