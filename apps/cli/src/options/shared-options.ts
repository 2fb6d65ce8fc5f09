import { type Command, Option } from 'commander';
import { defaultThreads } from '../train-defaults.js';
import { integerFrom } from './parse-number.js';

/** Options that every command with images has. */
export interface SharedOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly strict?: boolean;
  readonly threads: number;
}

export function addSharedOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--threads <n>', 'threads in all')
        .argParser(integerFrom(1, 64))
        .default(defaultThreads()),
    )
    .option('--strict', 'stop at the first file that cannot be read, instead of skipping it')
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .option('--quiet', 'show no progress');
}

/** For models with layers of kinds of one's own. */
export function addLayersOption(command: Command): Command {
  return command.option(
    '--layers <module>',
    'for a model with layers of your own: the module that exports them, ./my-head.mjs',
  );
}

/** The examples at the end of a command's help. */
export function addExamples(command: Command, examples: readonly string[]): Command {
  const lines = examples.map((example) => `  $ ${example}`).join('\n');
  return command.addHelpText('after', `\nExamples:\n${lines}`);
}
