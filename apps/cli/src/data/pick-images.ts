import type { ImageSet } from '@sig/image-paths';

/** Some images of a set, in the order of the indices. */
export function pickImages(set: ImageSet, indices: readonly number[]): ImageSet {
  const imageBytes = set.width * set.height * set.channels;
  const pixels = new Uint8Array(indices.length * imageBytes);
  indices.forEach((from, to) => {
    pixels.set(set.pixels.subarray(from * imageBytes, (from + 1) * imageBytes), to * imageBytes);
  });
  const labels = Int32Array.from(indices, (index) => set.labels[index]);
  return { ...set, count: indices.length, pixels, labels };
}
