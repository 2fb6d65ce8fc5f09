import type { FittedSize } from '@sig/image-paths';
import type { Stage } from './stage.js';

/**
 * The size to decode images to, once, for all stages: the largest that one takes. The others get it made
 * smaller.
 *
 * @throws RangeError when a stage is higher but narrower than another, so that none is the largest.
 *
 * @example
 * const images = await decodeItems(items, largestResolution(stages));
 */
export function largestResolution(stages: readonly Pick<Stage, 'resolution'>[]): FittedSize {
  if (stages.length === 0) throw new RangeError('a cascade needs at least one stage, got none');
  const sizes = stages.map(({ resolution }) => resolution);
  const largest = sizes.reduce((most, size) =>
    size.width * size.height > most.width * most.height ? size : most,
  );
  for (const { width, height } of sizes) {
    if (width <= largest.width && height <= largest.height) continue;
    throw new RangeError(
      `one stage must be the largest, but ${width}×${height} does not fit in ${largest.width}×${largest.height}`,
    );
  }
  const channels = sizes.some((size) => size.channels === 3) ? 3 : 1;
  return { ...largest, channels };
}
