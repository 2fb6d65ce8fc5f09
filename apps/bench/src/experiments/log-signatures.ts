import type { Shape } from '@sig/heads';
import { defaultRecipe } from '@sig/image-paths';
import { logSignature, logSignatureLength } from '@sig/tensor-algebra';
import ndarray, { type NdArray } from 'ndarray';
import type { FeatureChoice } from './experiment.js';

/** Log-signatures of the rows of images, in the coordinates of Lyndon words. */
export interface LogSignatures {
  /** [rows, coordinates] */
  readonly shape: Shape;
  /** Of one image's uint8 pixels. */
  compute(pixels: Uint8Array): Float32Array;
}

/**
 * The log-signature of every row of an image, which no feature recipe has: table 6 of ImageSig finds that
 * signatures are more accurate.
 *
 * @throws RangeError for anything but rows of RGB pixels without time and basepoint.
 */
export function logSignatures(features: FeatureChoice): LogSignatures {
  const { width, height, depth, channels, direction, time, basepoint } = defaultRecipe(features);
  if (channels !== 'rgb' || direction !== 'rows' || time || basepoint) {
    throw new RangeError(
      'log-signatures are of the rows of RGB images, without time and basepoint',
    );
  }
  const coordinates = 'lyndon-words';
  const values = new Float32Array(height * width * 3);
  const paths: NdArray<Float32Array> = ndarray(values, [height, width, 3]);
  return {
    shape: [height, logSignatureLength(3, depth)],
    compute(pixels) {
      for (let at = 0; at < values.length; at++) values[at] = pixels[at] / 255;
      return logSignature(paths, depth, { coordinates }).data;
    },
  };
}
