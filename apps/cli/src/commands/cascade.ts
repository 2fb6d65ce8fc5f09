import { Command } from 'commander';
import { addExamples } from '../options/shared-options.js';
import { cascadeEvalCommand } from './cascade-eval.js';
import { cascadeFitCommand } from './cascade-fit.js';

/** The commands about cascades: models that look closer only where they must. */
export function cascadeCommand(): Command {
  const command = new Command('cascade')
    .description('let a small model answer where it is sure, and a larger one where it is not')
    .helpCommand(false)
    .addCommand(cascadeFitCommand())
    .addCommand(cascadeEvalCommand());
  return addExamples(command, [
    'sig cascade fit s32.safetensors s64.safetensors s128.safetensors --data photographs --out cascade.json',
    'sig cascade eval cascade.json photographs',
    'sig predict --cascade cascade.json photograph.jpg',
  ]);
}
