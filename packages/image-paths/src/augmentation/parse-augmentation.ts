import type { AugmentationSpec } from './augmentation.js';
import { augmentationKinds } from './augmentation-kinds.js';
import { parseSpecs } from './parse-specs.js';

/**
 * Reads a list of augmentations, `name` or `name:amount` with commas between, and checks it.
 *
 * An empty text and `none` are no augmentation. A list of specs is checked the same way; what comes
 * back always has its amounts.
 *
 * @throws TypeError or RangeError for an unknown name or an amount out of its range.
 *
 * @example
 * parseAugmentation('flip,shift:4'); // [{ name: 'flip', amount: 0.5 }, { name: 'shift', amount: 4 }]
 */
export function parseAugmentation(
  spec: string | readonly AugmentationSpec[],
): Required<AugmentationSpec>[] {
  return parseSpecs(spec, augmentationKinds);
}
