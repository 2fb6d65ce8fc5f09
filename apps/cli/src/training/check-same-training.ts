import { CommandError } from '../errors.js';

/** What may be changed on the way: a training that diverged can go on in smaller steps. */
const CHANGEABLE = '--learning-rate';

/**
 * Compares what a checkpoint was trained with and what is asked for now.
 *
 * @returns a line about the learning rate where that alone is another one.
 * @throws CommandError that lists every other difference.
 */
export function checkSameTraining(
  file: string,
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const differences = names
    .filter((name) => before[name] !== now[name])
    .map((name) => [name, difference(name, before[name], now[name])] as const);
  const others = differences.filter(([name]) => name !== CHANGEABLE);
  if (others.length > 0) {
    const lines = others.map(([, line]) => line).join('; ');
    throw new CommandError(
      `--resume: ${file} is of another training: ${lines}; give what it was begun with, or leave --resume out to train anew`,
    );
  }
  return differences[0]?.[1];
}

function difference(name: string, before: string | undefined, now: string | undefined): string {
  return `${name} was ${before ?? 'not given'}, is ${now ?? 'not given'}`;
}
