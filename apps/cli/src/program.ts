import { Command } from 'commander';
import { version } from '../package.json';
import { evalCommand } from './commands/eval.js';
import { infoCommand } from './commands/info.js';
import { predictCommand } from './commands/predict.js';
import { trainCommand } from './commands/train.js';
import { addExamples } from './options/shared-options.js';

/** The `sig` command; it throws where commander would end the process. */
export function createProgram(): Command {
  const program = new Command('sig')
    .description('image classifiers of tens of kilobytes, trained on this machine')
    .version(version)
    .helpCommand(false);
  for (const command of [trainCommand(), evalCommand(), predictCommand(), infoCommand()]) {
    program.addCommand(command);
  }
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({ outputError: writeError });
    // Arguments too many are a mistake, not something to pass over.
    command.allowExcessArguments(false);
  }
  return addExamples(program, [
    'sig train mnist --out digits.safetensors',
    'sig eval digits.safetensors mnist',
    'sig predict digits.safetensors mnist:0 mnist:1',
    'sig info digits.safetensors',
    'sig train --help',
  ]);
}

/** commander puts what was perhaps meant on a line of its own; an error is one line here. */
function writeError(text: string, write: (text: string) => void): void {
  write(`sig: ${text.trim().replace(/\s*\n\s*/g, ' ')}\n`);
}
