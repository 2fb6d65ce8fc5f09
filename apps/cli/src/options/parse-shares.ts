import { InvalidArgumentError } from 'commander';

/** Reads shares of the images, one for each stage and together 1, such as 0.6,0.3,0.1. */
export function parseShares(text: string): number[] {
  const shares = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (!shares.every((share) => share >= 0 && share <= 1) || !(Math.abs(total - 1) < 1e-6)) {
    throw new InvalidArgumentError(
      'It must be a share for each stage, together 1, such as 0.6,0.3,0.1.',
    );
  }
  return shares;
}
