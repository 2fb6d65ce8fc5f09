import { InvalidArgumentError } from 'commander';

export interface ParsedBounds {
  readonly lower: number;
  readonly upper: number;
}

/** Reads `-1,1`, the lower bound below the upper one. */
export function parseBounds(text: string): ParsedBounds {
  const [lower, upper, ...more] = text.split(',').map((part) => (part.trim() ? Number(part) : NaN));
  if (lower < upper && more.length === 0) return { lower, upper };
  throw new InvalidArgumentError('It must be two numbers, the lower one first: -1,1.');
}
