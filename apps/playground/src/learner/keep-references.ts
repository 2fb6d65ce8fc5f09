import { encodeModel, type SavedModel } from '@sig/edge';
import {
  architectureToJSON,
  avgPool2d,
  createNetwork,
  flatten,
  type Layer,
  layersFromJSON,
  type Network,
  type Standardisation,
} from '@sig/heads';
import { createFeatures, type FeatureRecipe, type ImageSet } from '@sig/image-paths';
import {
  attachKnn,
  createKnn,
  discriminantProjection,
  extractFeatures,
  knnLayers,
  project,
} from '@sig/knn-slice';
import type { LabelledImages, TrainingWishes } from '../link/learner.js';
import { chooseHead } from './choose-head.js';
import { hasColour, imageSet } from './image-samples.js';

export interface References {
  /** Of the model file. */
  readonly bytes: Uint8Array;
  /** The place among the images of each reference, in the file's order. */
  readonly order: readonly number[];
}

/** Neighbours that vote, where every class has so many. */
const VOTERS = 3;
/** A class keeps so many references even where another has fewer. */
const FEWEST = 5;
/** A few examples say little of how their features vary together. */
const SHRINKAGE = 0.1;
/** Windows of a field that are joined along a side. */
const POOL = 3;

/**
 * Keeps images as references of a k-NN, on what a trained network sees right before it decides, or,
 * where there is none, on the field of the images themselves. Nothing is trained, so it takes no longer
 * than to look at each image once.
 */
export async function keepReferences(
  images: LabelledImages,
  wishes: TrainingWishes,
  trained: SavedModel | undefined,
): Promise<References> {
  const { classes, labels } = images;
  const recipe = trained?.recipe ?? fieldRecipe(images, wishes);
  const set = imageSet(images, recipe);
  const network = trained ? withoutDecision(trained) : await plainFeatures(set, recipe);
  const rows = await extractFeatures(network, set.pixels);
  // What a network has learnt of other classes tells a new one apart only in some directions: distances
  // are taken between linear discriminants.
  const projection = await discriminantProjection(
    { features: rows, labels },
    { shrinkage: SHRINKAGE },
  );
  const order = evenlyChosen(images);
  const chosen = order.map((image) => labels[image]);
  const references = rowsAt(await project(projection, rows), labels.length, order);
  const k = Math.min(VOTERS, ...classes.map((_, place) => countOf(chosen, place)));
  const knn = createKnn(references, chosen, { k, vote: 'distance', classes: classes.length });
  const engine = attachKnn(network, { knn, projection });
  const bytes = encodeModel(
    {
      kind: 'classifier',
      labels: classes,
      recipe,
      architecture: architectureToJSON(engine),
      weights: engine.weights,
      standardisation: engine.standardisation,
      training: { program: 'playground', references: order.length },
    },
    { layers: knnLayers },
  );
  return { bytes, order };
}

/**
 * The images that become references, class by class: as many of each class as the smallest has, evenly spread
 * over its images, for a few examples drown among many.
 */
function evenlyChosen({ classes, labels }: LabelledImages): number[] {
  const members = classes.map((_, place) =>
    labels.flatMap((label, image) => (label === place ? [image] : [])),
  );
  const most = Math.max(FEWEST, Math.min(...members.map(({ length }) => length)));
  return members.flatMap((all) => {
    const count = Math.min(most, all.length);
    return Array.from({ length: count }, (_, at) => all[Math.floor((at * all.length) / count)]);
  });
}

function countOf(labels: readonly number[], wanted: number): number {
  return labels.reduce((count, label) => count + (label === wanted ? 1 : 0), 0);
}

/** Some rows of a matrix of so many. */
function rowsAt(matrix: Float32Array, count: number, rows: readonly number[]): Float32Array {
  const width = matrix.length / count;
  const taken = new Float32Array(rows.length * width);
  for (const [at, row] of rows.entries()) {
    taken.set(matrix.subarray(row * width, (row + 1) * width), at * width);
  }
  return taken;
}

function fieldRecipe({ images, classes }: LabelledImages, wishes: TrainingWishes): FeatureRecipe {
  const atHand = { count: images.length, classes: classes.length, colour: hasColour(images) };
  return chooseHead(atHand, { ...wishes, look: 'field' }).recipe;
}

/** A network up to its last dense layer. */
function withoutDecision({ architecture, recipe, weights, standardisation }: SavedModel): Network {
  const layers = layersFromJSON(architecture);
  const end = layers.findLastIndex(({ kind }) => kind === 'dense');
  const features = createFeatures(recipe);
  return createNetwork({ layers: layers.slice(0, end), features, weights, standardisation });
}

/** The field of the images, each channel at one scale, joined over neighbouring windows. */
async function plainFeatures(set: ImageSet, recipe: FeatureRecipe): Promise<Network> {
  const features = createFeatures(recipe);
  const bare = createNetwork({ layers: [flatten()], features });
  const values = await extractFeatures(bare, set.pixels);
  const standardisation = standardise(values, features.shape[features.shape.length - 1]);
  const joined: Layer[] = Math.min(...features.shape.slice(0, 2)) >= POOL ? [avgPool2d(POOL)] : [];
  return createNetwork({ layers: [...joined, flatten()], features, standardisation });
}

/** What brings each column to mean 0 and deviation 1; a column that never changes stays 0. */
function standardise(values: Float32Array, columns: number): Standardisation {
  const rows = values.length / columns;
  const mean = new Float32Array(columns);
  const scale = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    let [sum, squares] = [0, 0];
    for (let at = column; at < values.length; at += columns) {
      sum += values[at];
      squares += values[at] ** 2;
    }
    mean[column] = sum / rows;
    const variance = squares / rows - (sum / rows) ** 2;
    scale[column] = variance > 1e-12 ? 1 / Math.sqrt(variance) : 0;
  }
  return { mean, scale };
}
