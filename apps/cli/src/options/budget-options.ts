import { type LearnedFieldPreset, learnedFieldPresets } from '@sig/heads';
import { type Command, Option } from 'commander';
import { integerFrom, numberFrom } from './parse-number.js';

/** What a model may cost, for `--head auto`. */
export interface BudgetOptions {
  readonly preset?: LearnedFieldPreset['name'];
  /** Of the file, quantised to int8. */
  readonly maxBytes?: number;
  /** Multiply-adds of an image. */
  readonly maxMacs?: number;
  /** Milliseconds of an image in the runtime, on this machine. */
  readonly maxMs?: number;
}

/** The names of what `--head auto` goes by. */
export const BUDGETS = [
  'preset',
  'maxBytes',
  'maxMacs',
  'maxMs',
] as const satisfies readonly (keyof BudgetOptions)[];

/** The options that `--head auto` goes by. */
export function addBudgetOptions(command: Command): Command {
  const sizes = learnedFieldPresets.map(({ name, maxBytes }) => `${name} ${kilobytes(maxBytes)}`);
  return command
    .addOption(
      new Option(
        '--preset <name>',
        `a learned field for --head auto: in int8 at most ${sizes.join(', ')} (default: the largest that fits)`,
      ).choices(learnedFieldPresets.map(({ name }) => name)),
    )
    .option(
      '--max-bytes <n>',
      'largest file of --head auto, quantised to int8 (default: no limit)',
      integerFrom(1, 2 ** 31 - 1),
    )
    .option(
      '--max-macs <n>',
      'most multiply-adds of an image for --head auto (default: no limit)',
      integerFrom(1, 2 ** 53 - 1),
    )
    .option(
      '--max-ms <n>',
      'longest time of an image for --head auto, measured here in the runtime (default: no limit)',
      numberFrom(0, 1e6, { above: true }),
    );
}

function kilobytes(bytes: number): string {
  return `${Math.floor(bytes / 1000)} KB`;
}
