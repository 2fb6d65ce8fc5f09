import type { RealArray } from '../arrays/real-array.js';
import { requireArray } from './require-array.js';
import { requireChannels } from './require-channels.js';

/** The sizes of a tensor or a batch of tensors; a single tensor is a batch of one. */
export interface TensorShape {
  single: boolean;
  batch: number;
  /** Numbers in a tensor as it is stored, with or without its scalar. */
  words: number;
  depth: number;
}

/**
 * The sizes of `tensor`; its depth follows from the number of its words.
 *
 * @throws TypeError unless it is [words] or [batch, words].
 * @throws RangeError when no depth has so many words.
 */
export function requireTensor(
  name: string,
  tensor: RealArray,
  channels: number,
  scalarTerm: boolean,
): TensorShape {
  requireChannels(channels);
  requireArray(name, tensor, [1, 2], '[words] or [batch, words]');
  const single = tensor.dimension === 1;
  const [batch, words] = single ? [1, tensor.shape[0]] : tensor.shape;
  const wanted = words - (scalarTerm ? 1 : 0);
  let depth = 0;
  let length = 0;
  while (length < wanted) {
    length = (length + 1) * channels;
    depth++;
  }
  if (depth === 0 || length !== wanted) {
    const layout = scalarTerm ? 'with' : 'without';
    throw new RangeError(
      `${name} must hold the words of a whole depth for ${channels} channels ${layout} a scalar term, got ${words} numbers`,
    );
  }
  return { single, batch, words, depth };
}
