import type { AugmentationKind, AugmentationSpec } from './augmentation.js';

/** Reads and checks a list of augmentations of some kinds; every amount is filled in. */
export function parseSpecs(
  spec: string | readonly AugmentationSpec[],
  kinds: readonly AugmentationKind[],
): Required<AugmentationSpec>[] {
  const specs = typeof spec === 'string' ? fromText(spec, kinds) : spec;
  if (!Array.isArray(specs)) {
    throw new TypeError("an augmentation must be text like 'flip,shift:4' or an array of specs");
  }
  return specs.map(({ name, amount }) => {
    const kind = findKind(name, kinds);
    const value = amount ?? kind.defaultAmount;
    if (typeof value !== 'number' || !(value >= kind.minimum && value <= kind.maximum)) {
      throw new RangeError(`the amount of ${kind.name} must be a ${kind.amount}, got ${value}`);
    }
    return { name: kind.name, amount: value };
  });
}

/** The kind of that name; throws where there is none. */
export function findKind(name: string, kinds: readonly AugmentationKind[]): AugmentationKind {
  const kind = kinds.find((candidate) => candidate.name === name);
  if (kind === undefined) {
    const names = kinds.map((candidate) => candidate.name).join(', ');
    throw new RangeError(
      `augmentation must be one of ${names}, each with :amount where wanted, got ${JSON.stringify(name)}`,
    );
  }
  return kind;
}

function fromText(text: string, kinds: readonly AugmentationKind[]): AugmentationSpec[] {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === 'none') return [];
  return trimmed.split(',').map((part) => {
    const [name, amount, ...rest] = part.trim().split(':');
    if (amount === undefined) return { name };
    // Number('') is 0, which nobody means.
    const readable = rest.length === 0 && amount.trim() !== '';
    if (readable && Number.isFinite(Number(amount))) return { name, amount: Number(amount) };
    const kind = findKind(name, kinds);
    throw new RangeError(
      `the amount of ${kind.name} must be a ${kind.amount}, got ${JSON.stringify([amount, ...rest].join(':'))}`,
    );
  });
}
