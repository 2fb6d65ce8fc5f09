import { InvalidArgumentError } from 'commander';

const MOST_WIDTHS = 32;
const MOST_CHANNELS = 4096;

/** Reads the channels of the layers of a head: `64,64,96,128,128`. */
export function parseWidths(text: string): number[] {
  const widths = text
    .split(',')
    .map((width) => (/^\s*\d+\s*$/.test(width) ? Number(width) : Number.NaN));
  if (widths.length > MOST_WIDTHS || !widths.every((w) => w >= 1 && w <= MOST_CHANNELS)) {
    throw new InvalidArgumentError(
      `It must be at most ${MOST_WIDTHS} numbers of channels from 1 to ${MOST_CHANNELS}: 64,64,96,128,128.`,
    );
  }
  return widths;
}
