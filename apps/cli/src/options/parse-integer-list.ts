import { InvalidArgumentError } from 'commander';

/** A reader of integers from 1 to a largest, with commas between them. */
export function integerList(
  what: string,
  { most, largest, example }: { most: number; largest: number; example: string },
): (text: string) => number[] {
  return (text) => {
    const numbers = text
      .split(',')
      .map((part) => (/^\s*\d+\s*$/.test(part) ? Number(part) : Number.NaN));
    if (numbers.length > most || !numbers.every((n) => n >= 1 && n <= largest)) {
      throw new InvalidArgumentError(
        `It must be at most ${most} ${what} from 1 to ${largest}: ${example}.`,
      );
    }
    return numbers;
  };
}
