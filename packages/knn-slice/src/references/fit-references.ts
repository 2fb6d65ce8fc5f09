import { type Network, networkModules, sizeOf } from '@sig/heads';
import type { Engine } from '@sig/kernels';
import type { LabelledImages } from '../evolution/samples.js';
import { extractFeatures } from '../features/extract-features.js';
import { imageShape } from '../features/image-shape.js';
import { type Shift, shiftImages } from '../features/shift-images.js';
import { type CreateKnnOptions, createKnn } from '../knn/create-knn.js';
import type { Knn } from '../knn/knn.js';
import { type EngineChoice, withEngine } from '../knn/with-engine.js';
import {
  type DiscriminantOptions,
  discriminantProjection,
} from '../projection/discriminant-projection.js';
import { project } from '../projection/project.js';
import type { Projection } from '../projection/projection.js';
import { rowsAt } from '../projection/rows-at.js';

/** Discriminants without the engine they are computed on. */
export type Discriminants = Omit<DiscriminantOptions, keyof EngineChoice>;

export interface FitReferencesOptions extends EngineChoice, CreateKnnOptions {
  /** An engine that has `networkModules(network)`; it is not closed. */
  engine?: Engine;
  /** Each image is a reference with each of these shifts (`[[0, 0]]`); `ONE_PIXEL_SHIFTS` are nine. */
  shifts?: readonly Shift[];
  /** Distances are between these discriminants of the features; between the features when left out. */
  discriminants?: Discriminants;
}

/** References of training images, and the projection that queries have to go through too. */
export interface FittedReferences {
  readonly knn: Knn;
  readonly projection?: Projection;
}

// Rows that discriminants are fitted on: more hardly change them, and take memory.
const FITTED = 60_000;

/**
 * Makes the k-NN of a feature net from training images: their features, with shifts as further references,
 * in the space of their discriminants.
 *
 * The discriminants are fitted on all shifts of all images, or, where these are more than 60,000, on one
 * shift of each in turn.
 *
 * @throws RangeError where `createKnn`, `shiftImages` or `discriminantProjection` would.
 *
 * @example
 * const { knn, projection } = await fitReferences(network, train, {
 *   shifts: ONE_PIXEL_SHIFTS,
 *   discriminants: { subclasses: 3, shrinkage: 0.1 },
 *   threads: 2,
 * });
 * const { labels } = await classify(knn, await project(projection, await extractFeatures(network, images)));
 * const engine = attachKnn(network, { knn, projection }); // the same, as one network
 */
export async function fitReferences(
  network: Network,
  training: LabelledImages,
  options: FitReferencesOptions & { discriminants: Discriminants },
): Promise<Required<FittedReferences>>;
export async function fitReferences(
  network: Network,
  training: LabelledImages,
  options?: FitReferencesOptions,
): Promise<FittedReferences>;
export async function fitReferences(
  network: Network,
  training: LabelledImages,
  options: FitReferencesOptions = {},
): Promise<FittedReferences> {
  const { shifts = [[0, 0]], discriminants } = options;
  const fit = async (engine: Engine): Promise<FittedReferences> => {
    const projection =
      discriminants &&
      (await fitDiscriminants(network, training, { shifts, ...discriminants, engine }));
    const { images, labels } = training;
    const rows: Float32Array[] = [];
    for (const shift of shifts) {
      const moved = shiftImages(images, imageShape(network), shift);
      const features = await extractFeatures(network, moved, { engine });
      rows.push(projection ? await project(projection, features, { engine }) : features);
    }
    const references = concatenate(rows);
    const all = shifts.flatMap(() => Array.from(labels));
    return { knn: createKnn(references, all, options), projection };
  };
  return withEngine(options, fit, networkModules(network));
}

/** The discriminants of a feature net on images and their shifts. */
export async function fitDiscriminants(
  network: Network,
  { images, labels }: LabelledImages,
  { shifts = [[0, 0]], ...options }: DiscriminantOptions & { shifts?: readonly Shift[] },
): Promise<Projection> {
  const size = sizeOf(network.inputShape);
  const count = labels.length;
  const step = count * shifts.length > FITTED ? shifts.length : 1;
  const rows: Float32Array[] = [];
  const order: number[] = [];
  for (const [at, shift] of shifts.entries()) {
    const places: number[] = [];
    for (let place = at % step; place < count; place += step) places.push(place);
    const moved = shiftImages(rowsAt(images, places, size), imageShape(network), shift);
    rows.push(await extractFeatures(network, moved, options));
    order.push(...places);
  }
  const own = order.map((place) => labels[place]);
  return discriminantProjection({ features: concatenate(rows), labels: own }, options);
}

function concatenate(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const some of rows) {
    all.set(some, at);
    at += some.length;
  }
  return all;
}
