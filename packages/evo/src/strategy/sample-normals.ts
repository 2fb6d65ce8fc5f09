import type { Random } from '../random/create-random.js';

/**
 * `count` standard normal vectors; where mirrored, every second is the one before it turned round
 * (Auger, Brockhoff and Hansen, "Mirrored sampling in evolution strategies with weighted
 * recombination", GECCO 2011), and the last of an odd number stands alone.
 */
export function sampleNormals(
  random: Random,
  n: number,
  count: number,
  mirrored: boolean,
): Float64Array[] {
  const zs: Float64Array[] = [];
  for (let k = 0; k < count; k++) {
    zs.push(mirrored && k % 2 === 1 ? zs[k - 1].map((z) => -z) : random.gaussians(n));
  }
  return zs;
}
