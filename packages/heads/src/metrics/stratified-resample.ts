import type { Random } from '@sig/kernels/random';

/**
 * A maker of bootstrap resamples: each call draws, within every class, as many samples as the class
 * has, with replacement, and writes how often each was drawn.
 */
export function createStratifiedResample(
  labels: ArrayLike<number>,
  classes: number,
): (times: Uint32Array, random: Random) => void {
  const members = Array.from({ length: classes }, (): number[] => []);
  for (let index = 0; index < labels.length; index++) members[labels[index]].push(index);
  const strata = members.map((indices) => Uint32Array.from(indices));
  return (times, random) => {
    times.fill(0);
    for (const stratum of strata) {
      for (let draw = 0; draw < stratum.length; draw++) {
        times[stratum[Math.floor(random() * stratum.length)]]++;
      }
    }
  };
}
