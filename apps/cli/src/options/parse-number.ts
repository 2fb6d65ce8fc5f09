import { InvalidArgumentError } from 'commander';

/** A reader of integers within bounds. */
export function integerFrom(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    if (!(value >= minimum && value <= maximum)) {
      throw new InvalidArgumentError(`It must be an integer from ${minimum} to ${maximum}.`);
    }
    return value;
  };
}

/** A reader of numbers within bounds; with `above`, the lower bound itself is left out. */
export function numberFrom(
  minimum: number,
  maximum: number,
  { above = false } = {},
): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    if (!(value >= minimum && value <= maximum) || (above && value === minimum)) {
      const lower = above ? `above ${minimum}` : `from ${minimum}`;
      throw new InvalidArgumentError(`It must be a number ${lower} to ${maximum}.`);
    }
    return value;
  };
}
