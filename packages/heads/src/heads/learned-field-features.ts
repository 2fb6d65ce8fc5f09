import { flatten } from '../layers/flatten.js';
import type { Shape } from '../layers/layer.js';
import type { SignatureFieldOptions } from '../layers/signature-field.js';
import { createNetwork } from '../network/create-network.js';
import { frontOf } from '../network/front-of.js';
import type { Network } from '../network/network.js';
import { predict } from '../prediction/predict.js';

/** Activations of one sample. */
export interface Activations {
  readonly shape: Shape;
  readonly values: Float32Array;
}

/** What a learned field makes of an image before its head classifies it. */
export interface LearnedFieldFeatures {
  /** The channels of the paths, of each pixel: [height, width, paths]. */
  readonly paths: Activations;
  /** Their signatures, of each window: [down, across, features]. */
  readonly field: Activations;
  readonly options: SignatureFieldOptions;
}

/**
 * The learned paths of one image and their field, by the layers of a network up to its signature field; nothing
 * where it has none, or has it in front, so that nothing is learned.
 *
 * @throws TypeError or RangeError as `predict` where the sample does not fit.
 *
 * @example
 * const seen = await learnedFieldFeatures(network, pixels);
 * seen?.paths.shape; // [64, 64, 6]
 */
export async function learnedFieldFeatures(
  network: Network,
  sample: Uint8Array | Float32Array,
): Promise<LearnedFieldFeatures | undefined> {
  const { layers, shapes } = network;
  const place = layers.findIndex(({ kind }) => kind === 'signatureField');
  if (place < 1) return undefined;
  const layer = layers[place];
  const paths = await activationsOf(frontOf(network, place), sample, shapes[place - 1]);
  const alone = createNetwork({ layers: [layer, flatten()], inputShape: paths.shape });
  const field = await activationsOf(alone, paths.values, shapes[place]);
  return { paths, field, options: layer.options };
}

async function activationsOf(
  network: Network,
  sample: Uint8Array | Float32Array,
  shape: Shape,
): Promise<Activations> {
  return { shape, values: await predict(network, sample, { output: 'activations' }) };
}
