import { conv1d } from '../layers/conv1d.js';
import { flatten } from '../layers/flatten.js';
import type { Shape } from '../layers/layer.js';
import { parameterName } from '../layers/parameter-name.js';
import { createNetwork } from '../network/create-network.js';
import type { Network } from '../network/network.js';
import { predict } from '../prediction/predict.js';
import type { Activations } from './learned-field-features.js';

/**
 * How much each place of one image counts in the answer of a network that weighs them: what `sequencePool`
 * multiplies it by, 1 in all over a feature map [down, across] or a sequence [length]. Nothing where a network
 * has no such pool behind other layers.
 *
 * @throws TypeError or RangeError as `predict` where the sample does not fit.
 *
 * @example
 * const places = await attendedPlaces(network, pixels);
 * places?.shape; // [8, 8]
 */
export async function attendedPlaces(
  network: Network,
  sample: Uint8Array | Float32Array,
): Promise<Activations | undefined> {
  const { layers, shapes, weights } = network;
  const place = layers.findIndex(({ kind }) => kind === 'sequencePool');
  if (place < 1) return undefined;
  // The pool's dense layer on each place by itself, with the places for classes.
  const rating = conv1d(1, { size: 1 });
  const ratingWeights = ['kernel', 'bias'].map((name) => [
    parameterName(place, rating, { name }),
    weights[parameterName(place, layers[place], { name })],
  ]);
  const rated = createNetwork({
    ...network,
    layers: [...layers.slice(0, place), rating, flatten()],
    weights: { ...weights, ...Object.fromEntries(ratingWeights) },
  });
  const [length] = shapes[place - 1];
  return { shape: placesOf(network, place, length), values: await predict(rated, sample) };
}

/** The places as they lay before they were put in one line for the pool. */
function placesOf({ layers, shapes, inputShape }: Network, place: number, length: number): Shape {
  if (layers[place - 1].kind !== 'reshape') return [length];
  const [down, across, ...channels] = place === 1 ? inputShape : shapes[place - 2];
  return channels.length === 1 && down * across === length ? [down, across] : [length];
}
