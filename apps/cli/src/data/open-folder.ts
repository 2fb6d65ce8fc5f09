import { decodeItems, type ImageItem, readFolder } from '@sig/image-paths/node';
import { CommandError } from '../errors.js';
import { detectChannels } from './detect-channels.js';
import type { ImageSource } from './image-source.js';
import { selectStratified } from './select-stratified.js';

/** A folder of class folders, split into train and test or not. */
export async function openFolder(folder: string): Promise<ImageSource> {
  const { classes, train, test = [], skipped } = await readFolder(folder);
  const parts = { train, test };
  // A sample of the images is decoded for it, once.
  let channels: ReturnType<typeof detectChannels> | undefined;
  return {
    kind: 'folder',
    classes,
    trainCount: train.length,
    testCount: test.length,
    skipped,
    detectChannels: () => {
      channels ??= detectChannels(train.map(({ file }) => file));
      return channels;
    },
    labels: (part) => Int32Array.from(parts[part], ({ label }) => label),
    async read(part, { places, limit, seed = 0, onProgress, ...options }) {
      const whole = parts[part];
      const limited = limit === undefined ? whole : selectItems(whole, limit, seed);
      const items = places === undefined ? limited : places.map((place) => whole[place]);
      const { skipped: unreadable, ...images } = await decodeItems(items, {
        ...options,
        onProgress: ({ done, total }) => onProgress?.(done, total),
      });
      const found = new Set(images.labels);
      const lost = items.find(({ label }) => !found.has(label));
      if (lost !== undefined) {
        const reason = unreadable.find(({ file }) => file === lost.file)?.reason;
        throw new CommandError(
          `no image of class ${classes[lost.label]} could be read; its first file, ${lost.file}, ${reason}`,
        );
      }
      const unread = new Set(unreadable.map(({ file }) => file));
      const names = items.filter(({ file }) => !unread.has(file)).map(({ file }) => file);
      return { images, names, skipped: unreadable };
    },
  };
}

function selectItems(items: readonly ImageItem[], limit: number, seed: number): ImageItem[] {
  const labels = items.map(({ label }) => label);
  return selectStratified(labels, limit, seed).map((index) => items[index]);
}
