import { InvalidArgumentError } from 'commander';

export type ClassWeights = 'none' | 'balanced' | readonly number[];

/** Reads `none`, `balanced`, or one number above 0 for each class: `1,2.5`. */
export function parseClassWeights(text: string): ClassWeights {
  if (text === 'none' || text === 'balanced') return text;
  const weights = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (!weights.every((weight) => weight > 0 && Number.isFinite(weight))) {
    throw new InvalidArgumentError('It must be none, balanced, or numbers above 0 such as 1,2.5.');
  }
  return weights;
}
