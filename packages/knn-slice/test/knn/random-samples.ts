import { seededRandom } from '@sig/kernels/random';

/** Labelled points, uniform in the unit cube, those of class c moved by c. */
export function randomSamples(
  count: number,
  width: number,
  classes: number,
  seed: number,
): { points: Float32Array; labels: number[] } {
  const random = seededRandom(seed);
  const labels = Array.from({ length: count }, (_, index) => index % classes);
  const points = Float32Array.from(
    { length: count * width },
    (_, at) => random() + labels[Math.floor(at / width)] / 4,
  );
  return { points, labels };
}
