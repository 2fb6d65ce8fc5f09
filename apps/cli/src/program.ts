import { Command } from 'commander';
import { version } from '../package.json';
import { augmentCommand } from './commands/augment.js';
import { cascadeCommand } from './commands/cascade.js';
import { evalCommand } from './commands/eval.js';
import { evolveCommand } from './commands/evolve.js';
import { exportCommand } from './commands/export.js';
import { infoCommand } from './commands/info.js';
import { measureCommand } from './commands/measure.js';
import { predictCommand } from './commands/predict.js';
import { quantizeCommand } from './commands/quantize.js';
import { serveCommand } from './commands/serve.js';
import { trainCommand } from './commands/train.js';
import { visualizeCommand } from './commands/visualize.js';
import { addExamples } from './options/shared-options.js';
import { visibleText } from './output/visible-text.js';

/** The `sig` command; it throws where commander would end the process. */
export function createProgram(): Command {
  const program = new Command('sig')
    .description('small image classifiers, trained on this machine')
    .version(version)
    .helpCommand(false);
  for (const command of [
    trainCommand(),
    evolveCommand(),
    evalCommand(),
    predictCommand(),
    augmentCommand(),
    visualizeCommand(),
    infoCommand(),
    quantizeCommand(),
    measureCommand(),
    cascadeCommand(),
    exportCommand(),
    serveCommand(),
  ]) {
    program.addCommand(command);
  }
  for (const command of withSubcommands(program)) {
    command.exitOverride().configureOutput({ outputError: writeError });
    // Arguments too many are a mistake, not something to pass over.
    command.allowExcessArguments(false);
  }
  return addExamples(program, [
    'sig train mnist --out digits.safetensors',
    'sig eval digits.safetensors mnist',
    'sig predict digits.safetensors mnist:0 mnist:1',
    'sig info digits.safetensors',
    'sig export digits.safetensors --to onnx',
    'sig evolve mnist --out engine.safetensors',
    'sig cascade fit --help',
    'sig serve digits.safetensors',
  ]);
}

/** A command, those below it, and those below them. */
function withSubcommands(command: Command): Command[] {
  return [command, ...command.commands.flatMap(withSubcommands)];
}

/**
 * commander puts what was perhaps meant on a line of its own, an error is one line here; and where
 * it does not tell what would be accepted, the help does.
 */
function writeError(text: string, write: (text: string) => void): void {
  const line = visibleText(text.trim().replace(/\n(?=\(Did you mean)/, ' '));
  const help = /^error: unknown [^(]*$/.test(line) ? '; --help lists what there is' : '';
  write(`sig: ${line}${help}\n`);
}
