import { type AugmentationSpec, parseAugmentation, parseCopies } from '@sig/image-paths';
import { InvalidArgumentError } from 'commander';

/** Reads a list of augmentations such as `flip,shift:4`. */
export function parseAugment(text: string): Required<AugmentationSpec>[] {
  return inOneSentence(() => parseAugmentation(text));
}

/** Reads a list of copies such as `flip,brightness:40`. */
export function parseCopyList(text: string): Required<AugmentationSpec>[] {
  return inOneSentence(() => parseCopies(text));
}

function inOneSentence<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new InvalidArgumentError(error instanceof Error ? `${error.message}.` : String(error));
  }
}
