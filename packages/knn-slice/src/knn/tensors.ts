import { createKnn } from './create-knn.js';
import type { Knn, Vote } from './knn.js';

/** A k-NN as named arrays with their shapes, and the rest as JSON: what a safetensors file holds. */
export interface KnnTensors {
  readonly json: { readonly k: number; readonly vote: Vote; readonly classes: number };
  readonly tensors: {
    readonly references: { readonly shape: readonly number[]; readonly data: Float32Array };
    readonly labels: { readonly shape: readonly number[]; readonly data: Int32Array };
  };
}

/**
 * A k-NN as tensors.
 *
 * @example
 * const { tensors, json } = knnToTensors(knn);
 */
export function knnToTensors({
  references,
  labels,
  count,
  width,
  k,
  vote,
  classes,
}: Knn): KnnTensors {
  return {
    json: { k, vote, classes },
    tensors: {
      references: { shape: [count, width], data: references },
      labels: { shape: [count], data: labels },
    },
  };
}

/**
 * The k-NN of tensors, checked as `createKnn` checks.
 *
 * @throws RangeError or TypeError for tensors that are no k-NN.
 */
export function knnFromTensors({ json, tensors }: KnnTensors): Knn {
  const { references, labels } = tensors;
  if (!(references?.data instanceof Float32Array) || !(labels?.data instanceof Int32Array)) {
    throw new TypeError('tensors must be references in float32 and labels in int32');
  }
  return createKnn(references.data, labels.data, json);
}
