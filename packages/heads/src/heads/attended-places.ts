import type { Shape } from '../layers/layer.js';
import { parameterName } from '../layers/parameter-name.js';
import { frontOf } from '../network/front-of.js';
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
  const [length, channels] = shapes[place - 1];
  const kernel = weights[parameterName(place, layers[place], { name: 'kernel' })];
  const tokens = await predict(frontOf(network, place), sample, { output: 'activations' });
  // The bias is the same for all places, and so counts for nothing.
  const ratings = new Float32Array(length);
  for (let at = 0; at < tokens.length; at++) {
    ratings[Math.floor(at / channels)] += tokens[at] * kernel[at % channels];
  }
  const highest = ratings.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = ratings.map((rating) => Math.exp(rating - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return { shape: placesOf(network, place, length), values: powers.map((power) => power / sum) };
}

/** The places as they lay before they were put in one line for the pool. */
function placesOf({ layers, shapes, inputShape }: Network, place: number, length: number): Shape {
  if (layers[place - 1].kind !== 'reshape') return [length];
  const [down, across, ...channels] = place === 1 ? inputShape : shapes[place - 2];
  return channels.length === 1 && down * across === length ? [down, across] : [length];
}
