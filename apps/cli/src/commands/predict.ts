import { createModelNetwork } from '@sig/edge';
import { type Network, predict } from '@sig/heads';
import type { ImageSet } from '@sig/image-paths';
import { Command } from 'commander';
import { predictByCascade } from '../cascade/predict-by-cascade.js';
import { imageDataset } from '../data/image-dataset.js';
import { predictionInputs } from '../data/prediction-inputs.js';
import { readPredictionImages } from '../data/read-prediction-images.js';
import { CommandError, UsageError } from '../errors.js';
import { loadLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import { addOnnxOptions, type OnnxOptions } from '../options/onnx-options.js';
import {
  addExamples,
  addLayersOption,
  addSharedOptions,
  type SharedOptions,
} from '../options/shared-options.js';
import { type Prediction, predictionTable } from '../output/prediction-table.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';
import { describeSkipped } from '../output/skipped-files.js';

interface PredictOptions extends SharedOptions, OnnxOptions {
  readonly cascade?: string;
  readonly layers?: string;
}

export function predictCommand(): Command {
  const command = new Command('predict')
    .description('tell the class of images')
    .argument('[model]', 'a model file that sig train has written; none with --cascade')
    .argument('[images...]', 'image files, folders of images, or mnist:INDEX for a test digit')
    .option('--cascade <file>', 'by the policy that sig cascade fit has written, and its models')
    .action((model: string | undefined, images: string[], options: PredictOptions) => {
      const { cascade } = options;
      if (cascade !== undefined) {
        return predictByCascade(cascade, model === undefined ? [] : [model, ...images], options);
      }
      if (model === undefined) throw new UsageError('name a model, or a policy as --cascade');
      if (images.length === 0) throw new UsageError(`name the images to predict with ${model}`);
      return predictImages(model, images, options);
    });
  addOnnxOptions(addLayersOption(addSharedOptions(command)));
  return addExamples(command, [
    'sig predict model.safetensors photograph.jpg another.png',
    'sig predict model.safetensors folder --json',
    'sig predict digits.safetensors mnist:0 mnist:1 mnist:2',
    'sig predict --cascade cascade.json photograph.jpg folder',
  ]);
}

async function predictImages(
  file: string,
  images: readonly string[],
  options: PredictOptions,
): Promise<void> {
  const own = await loadLayers(options.layers);
  const { model } = readModel(file, own);
  const { labels } = model;
  const inputs = predictionInputs(images);
  const progress = createProgress(options);
  const { sets, skipped } = await readPredictionImages(inputs, recipeSize(model.recipe), {
    strict: options.strict,
    progress,
  });
  if (sets.every(({ count }) => count === 0)) {
    throw new CommandError(`no image could be read: ${skipped[0].file} ${skipped[0].reason}`);
  }
  const network = createModelNetwork(model, { layers: own });
  const found = new Map<number, Prediction>();
  for (const set of sets) {
    const probabilities = await predictSet(network, set, labels, options.threads);
    set.labels.forEach((place, at) => {
      const row = [...probabilities.subarray(at * labels.length, (at + 1) * labels.length)];
      const probability = Math.max(...row);
      // Weights that are numbers can still overflow on the way through the network.
      if (Number.isNaN(probability)) {
        throw new CommandError(
          `${file}: gives ${inputs[place].name} no probabilities, its numbers are too large; train anew`,
        );
      }
      const label = labels[row.indexOf(probability)];
      found.set(place, { file: inputs[place].name, label, probability, probabilities: row });
    });
  }
  // In the order of the command line.
  const predictions = [...found].sort(([a], [b]) => a - b).map(([, prediction]) => prediction);
  const skippedFiles = skipped.map(({ file: name, reason }) => ({ file: name, reason }));
  const result = {
    model: file,
    labels,
    predictions,
    skipped: skippedFiles.length,
    skippedFiles,
  };
  printResult(options.json, result, () => predictionTable(predictions));
  for (const line of describeSkipped(skippedFiles)) process.stderr.write(`${line}\n`);
  const failed = skipped.filter(({ named }) => named);
  if (failed.length > 0) {
    throw new CommandError(`${failed.length} of the named images could not be read`);
  }
}

async function predictSet(
  network: Network,
  images: ImageSet,
  labels: readonly string[],
  threads: number,
): Promise<Float32Array> {
  if (images.count === 0) return new Float32Array(0);
  // No more threads than images: each takes time to start.
  return predict(network, imageDataset(images, labels), {
    threads: Math.min(threads, Math.ceil(images.count / IMAGES_A_THREAD)),
  });
}

/** A thread for fewer images than this takes longer to start than it saves. */
const IMAGES_A_THREAD = 256;
