import { type AugmentationSpec, parseAugmentation } from '@sig/image-paths';
import { InvalidArgumentError } from 'commander';

/** Reads a list of augmentations such as `flip,shift:4`. */
export function parseAugment(text: string): Required<AugmentationSpec>[] {
  try {
    return parseAugmentation(text);
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? `${error.message}.` : String(error));
  }
}
