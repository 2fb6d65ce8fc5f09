import { createModelNetwork } from '@sig/edge';
import { fitImage } from '@sig/image-paths';
import { detachKnn, extractFeatures, findNeighbours, knnLayers } from '@sig/knn-slice';
import type { Neighbour, Pixels } from '../link/learner.js';
import type { CurrentModel } from './current-model.js';
import { rawImage } from './image-samples.js';

/** So many of the nearest are shown. */
const SHOWN = 6;

/** The references nearest to an image; `order` has the place among the images of each. */
export async function findReferences(
  { model }: CurrentModel,
  order: readonly number[],
  image: Pixels,
): Promise<Neighbour[]> {
  const { network, knn } = detachKnn(createModelNetwork(model, { layers: knnLayers }));
  const { width, height, fit, channels: colours } = model.recipe;
  const channels = colours === 'rgb' ? 3 : 1;
  const { data } = fitImage(rawImage(image), { width, height, channels, fit });
  const query = await extractFeatures(network, Uint8Array.from(data));
  const shown = { ...knn, k: Math.min(SHOWN, knn.count) };
  const { indices, distances } = await findNeighbours(shown, query);
  return Array.from(indices, (reference, place) => ({
    image: order[reference] ?? reference,
    label: knn.labels[reference],
    distance: distances[place],
  }));
}
