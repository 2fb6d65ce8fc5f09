import { type Network, predict } from '@sig/heads';
import type { EngineChoice } from '../knn/with-engine.js';

/**
 * The activations [count, width] that a feature net has for images [count, ...inputShape]: bytes from
 * 0 to 255, taken as 0 to 1 or as the network's features take them, or floats as they are.
 *
 * @throws RangeError when the images are not a whole number of samples; TypeError for floats where the
 * network makes its features of bytes.
 *
 * @example
 * const features = await extractFeatures(createFeatureNet(), train.pixels, { threads: 2 });
 */
export async function extractFeatures(
  network: Network,
  images: Uint8Array | Float32Array,
  options: EngineChoice = {},
): Promise<Float32Array> {
  const reals = images instanceof Uint8Array && network.features === undefined;
  const samples = reals ? unitReals(images) : images;
  return predict(network, samples, { ...options, output: 'activations' });
}

/** Bytes from 0 to 255 as numbers from 0 to 1. */
export function unitReals(bytes: Uint8Array): Float32Array {
  return Float32Array.from(bytes, (byte) => byte / 255);
}
