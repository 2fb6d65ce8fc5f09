import {
  calibrate,
  createModelNetwork,
  encodeModel,
  equalizeChannels,
  type QuantizationMode,
  quantizeModel,
  type SavedModel,
} from '@sig/edge';
import { Command, Option } from 'commander';
import { imageDataset } from '../data/image-dataset.js';
import { openImageSource } from '../data/image-source.js';
import { readPart } from '../data/read-part.js';
import { relabel } from '../data/relabel.js';
import { CommandError, UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { isSameFile } from '../files/is-same-file.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { evaluateImages, type TimedEvaluation } from '../model/evaluate-images.js';
import { type LayerFactories, loadLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import { integerFrom } from '../options/parse-number.js';
import {
  addExamples,
  addLayersOption,
  addSharedOptions,
  type SharedOptions,
} from '../options/shared-options.js';
import { printResult } from '../output/print-result.js';
import { createProgress, type Progress } from '../output/progress.js';
import { quantizeReport } from '../output/quantize-report.js';
import { describeSkipped } from '../output/skipped-files.js';

interface QuantizeOptions extends SharedOptions {
  readonly out: string;
  readonly mode: QuantizationMode;
  readonly data?: string;
  readonly calibrate: number;
  readonly layers?: string;
}

export function quantizeCommand(): Command {
  const command = new Command('quantize')
    .description('write a model in fewer bits, and measure what that costs')
    .argument('<model>', 'a model file that sig train has written')
    .requiredOption('--out <file>', 'the file to write')
    .addOption(
      new Option('--mode <mode>', 'int8 computes in integers and needs --data')
        .choices(['dynamic-int8', 'int8', 'float16'])
        .default('dynamic-int8'),
    )
    .option(
      '--data <data>',
      'mnist or a folder, to calibrate with (train) and to measure on (test)',
    )
    .addOption(
      new Option('--calibrate <n>', 'training images that int8 learns the ranges from')
        .argParser(integerFrom(1, 1e6))
        .default(256),
    )
    .action((model: string, options: QuantizeOptions) => quantize(model, options));
  addLayersOption(addSharedOptions(command));
  return addExamples(command, [
    'sig quantize model.safetensors --out small.safetensors',
    'sig quantize model.safetensors --out small.safetensors --mode int8 --data photographs',
    'sig quantize model.safetensors --out half.safetensors --mode float16 --data photographs --json',
  ]);
}

async function quantize(file: string, options: QuantizeOptions): Promise<void> {
  const { out, mode, data } = options;
  if (mode === 'int8' && data === undefined) {
    throw new UsageError(
      '--mode int8 needs --data with images to calibrate with; or take dynamic-int8',
    );
  }
  if (isSameFile(out, file)) {
    throw new UsageError(`--out must be another file than the model, got ${out}`);
  }
  checkWritable(out);
  const own = await loadLayers(options.layers);
  const { model, bytes: bytesBefore } = readModel(file, own);
  const progress = createProgress(options);
  const small = await inFewerBits(file, model, own, options, progress);
  const encoded = encodeModel(small, { layers: own });
  const test =
    data === undefined ? undefined : await compare(data, [model, small], own, options, progress);
  // Last, so that a measurement that fails leaves no file behind that nobody has looked at.
  writeFileAtomic(out, encoded);
  const result = {
    model: file,
    out,
    mode,
    bytes: { before: bytesBefore, after: encoded.length },
    ...(test && { data, test }),
  };
  printResult(options.json, result, () => quantizeReport(result));
}

async function inFewerBits(
  file: string,
  model: SavedModel,
  layers: LayerFactories,
  { mode, data, calibrate: limit, strict }: QuantizeOptions,
  progress: Progress,
): Promise<SavedModel> {
  try {
    if (mode !== 'int8' || data === undefined) {
      return quantizeModel(model, { mode: mode === 'int8' ? 'dynamic-int8' : mode, layers });
    }
    const source = await openImageSource(data);
    relabel(source.classes, model.labels, data);
    const size = recipeSize(model.recipe);
    const { images } = await readPart(source, 'train', {
      ...size,
      limit,
      seed: 0,
      strict,
      progress,
    });
    const dataset = imageDataset(images, model.labels);
    const equal = await equalizeChannels(model, dataset, { layers });
    const activations = await calibrate(equal, dataset, { layers });
    return quantizeModel(equal, { mode, activations, layers });
  } catch (error) {
    if (error instanceof RangeError) throw new CommandError(`${file}: ${error.message}`);
    throw error;
  }
}

/** What models say about the images of a test part. */
async function compare(
  data: string,
  [before, after]: readonly [SavedModel, SavedModel],
  layers: LayerFactories,
  { threads, strict }: QuantizeOptions,
  progress: Progress,
): Promise<{ part: string; before: TimedEvaluation; after: TimedEvaluation }> {
  const source = await openImageSource(data);
  const { labels, recipe } = before;
  const order = relabel(source.classes, labels, data);
  const part = source.testCount > 0 ? 'test' : 'train';
  const { images, skipped } = await readPart(source, part, {
    ...recipeSize(recipe),
    strict,
    progress,
  });
  for (const line of describeSkipped(skipped)) progress.note(line);
  const relabelled = { ...images, labels: images.labels.map((label) => order[label]) };
  const measure = async (model: SavedModel): Promise<TimedEvaluation> => {
    const network = createModelNetwork(model, { layers });
    return (await evaluateImages(network, relabelled, labels, { threads, progress })).evaluation;
  };
  return { part, before: await measure(before), after: await measure(after) };
}
