import { InvalidArgumentError } from 'commander';

const FACTORS: Readonly<Record<string, number>> = { '': 1, k: 1e3, M: 1e6, G: 1e9 };

/** Reads an amount above 0, such as 0.8, 7.15M, 450k or 7.15e6. */
export function parseAmount(text: string): number {
  const [, digits, unit] = /^(\d+(?:\.\d+)?(?:e\d+)?) ?([kMG]?)$/.exec(text.trim()) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits) * FACTORS[unit];
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new InvalidArgumentError('It must be an amount above 0, such as 7.15M or 450k.');
  }
  return value;
}
