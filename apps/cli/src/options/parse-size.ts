import { InvalidArgumentError } from 'commander';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Reads `64` or `64x48` (width × height), each from 1 to 1024. */
export function parseSize(text: string): Size {
  const match = /^(\d{1,4})(?:x(\d{1,4}))?$/i.exec(text.trim());
  const width = Number(match?.[1]);
  const height = Number(match?.[2] ?? match?.[1]);
  if (!(width >= 1 && width <= 1024 && height >= 1 && height <= 1024)) {
    throw new InvalidArgumentError('It must be a number of pixels from 1 to 1024, or 64x48.');
  }
  return { width, height };
}
