import type { SignatureShape, SignatureTask } from '../tables/speed/signature-table.js';

/**
 * Operations, two for each multiply-add, that the usual schemes take for one path. What is computed
 * may take fewer, so figures made of these compare programs, not processors.
 */
export function operations(
  task: SignatureTask,
  { channels, depth, length }: Pick<SignatureShape, 'channels' | 'depth' | 'length'>,
): number {
  const steps = (length - 1) * stepProducts(channels, depth);
  if (task === 'signature') return 2 * steps;
  // Backwards a step is taken once for each of its two factors.
  if (task === 'vjp') return 2 * 3 * steps;
  return 2 * (steps + logarithmProducts(channels, depth));
}

/** Horner's scheme of a step: level k goes through all the levels up to it (Kidger & Lyons 2021). */
function stepProducts(channels: number, depth: number): number {
  let sum = 0;
  for (let level = 1; level <= depth; level++) {
    for (let part = 1; part <= level; part++) sum += channels ** part;
  }
  return sum;
}

/** Horner's scheme of the logarithm: a product for each level, of as many levels. */
function logarithmProducts(channels: number, depth: number): number {
  let sum = 0;
  for (let top = 2; top <= depth; top++) {
    for (let level = 2; level <= top; level++) sum += (level - 1) * channels ** level;
  }
  return sum;
}
