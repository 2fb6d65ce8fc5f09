import { basename, dirname, join } from 'node:path';
import type { SavedModel } from '@sig/edge';
import { Command, Option } from 'commander';
import { CommandError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { isSameFile } from '../files/is-same-file.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { type ExportFormat, exportFormats, formatNames } from '../model/export-formats.js';
import { knownLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { addExamples } from '../options/shared-options.js';
import { formatBytes } from '../output/format.js';
import { printResult } from '../output/print-result.js';

interface ExportOptions {
  readonly to: ExportFormat;
  readonly out?: string;
  readonly json?: boolean;
}

export function exportCommand(): Command {
  const command = new Command('export')
    .description(
      'write a model in another form: an ONNX graph, a C header and source, or one ES module',
    )
    .argument('<model>', 'a model file that sig train has written')
    .addOption(
      new Option('--to <format>', 'what to write').choices(formatNames).makeOptionMandatory(),
    )
    .option('--out <file>', "the file to write (default: the model's name with another ending)")
    .option('--json', 'print one JSON object on stdout and nothing else there')
    .action((model: string, options: ExportOptions) => exportModel(model, options));
  return addExamples(command, [
    'sig export model.safetensors --to onnx',
    'sig export model.safetensors --to c --out firmware/classifier.c',
    'sig export model.safetensors --to js --out site/classifier.mjs',
  ]);
}

function exportModel(file: string, { to, out, json }: ExportOptions): void {
  const format = exportFormats[to];
  const { model } = readModel(file);
  const target = out ?? withEnding(file, format.ending);
  if (to !== 'js' && isEngine(model)) {
    throw new CommandError(
      `${file}: the k-NN of an engine can be written with --to js alone, not with --to ${to}`,
    );
  }
  const files = format.write(model, target);
  for (const { name } of files) {
    if (isSameFile(name, file)) {
      throw new CommandError(`cannot write ${name}: it is the model itself; name another file`);
    }
    checkWritable(name);
  }
  for (const { name, bytes } of files) writeFileAtomic(name, bytes);
  const written = files.map(({ name, bytes }) => ({ file: name, bytes: bytes.length }));
  printResult(json, { model: file, to, files: written }, () =>
    written.map((one) => `${one.file}: ${formatBytes(one.bytes)}`).join('\n'),
  );
}

/** The name of a model file with another ending, in the same folder. */
function withEnding(file: string, ending: string): string {
  return join(dirname(file), basename(file).replace(/\.safetensors$/, '') + ending);
}

/** Whether a k-NN takes part in the model, which neither ONNX nor C is written of. */
function isEngine({ architecture }: SavedModel): boolean {
  return architecture.layers.some(({ kind }) => Object.hasOwn(knownLayers, kind));
}
