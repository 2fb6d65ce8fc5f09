import type { AugmentationKind, AugmentationSpec } from './augmentation.js';
import { augmentationKinds, augmentationNames } from './augmentation-kinds.js';

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
  const specs = typeof spec === 'string' ? fromText(spec) : spec;
  if (!Array.isArray(specs)) {
    throw new TypeError("an augmentation must be text like 'flip,shift:4' or an array of specs");
  }
  return specs.map(({ name, amount }) => {
    const kind = findKind(name);
    const value = amount ?? kind.defaultAmount;
    if (typeof value !== 'number' || !(value >= kind.minimum && value <= kind.maximum)) {
      throw new RangeError(`the amount of ${kind.name} must be a ${kind.amount}, got ${value}`);
    }
    return { name: kind.name, amount: value };
  });
}

/** The kind of that name; throws where there is none. */
export function findKind(name: string): AugmentationKind {
  const kind = augmentationKinds.find((candidate) => candidate.name === name);
  if (kind === undefined) {
    throw new RangeError(
      `augmentation must be one of ${augmentationNames.join(', ')}, each with :amount where wanted, got ${JSON.stringify(name)}`,
    );
  }
  return kind;
}

function fromText(text: string): AugmentationSpec[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'none') return [];
  return trimmed.split(',').map((part) => {
    const [name, amount, ...rest] = part.trim().split(':');
    if (amount === undefined) return { name };
    // Number('') is 0, which nobody means.
    const readable = rest.length === 0 && amount.trim() !== '';
    if (readable && Number.isFinite(Number(amount))) return { name, amount: Number(amount) };
    const kind = findKind(name);
    throw new RangeError(
      `the amount of ${kind.name} must be a ${kind.amount}, got ${JSON.stringify([amount, ...rest].join(':'))}`,
    );
  });
}
