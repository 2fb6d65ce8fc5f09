import {
  cascadeCosts,
  driftOf,
  largestResolution,
  type Policy,
  runCascade,
  type Stage,
} from '@sig/cascade';
import type { ImageSet } from '@sig/image-paths';
import { predictionInputs } from '../data/prediction-inputs.js';
import { readPredictionImages } from '../data/read-prediction-images.js';
import { CommandError, UsageError } from '../errors.js';
import { watchInterrupt } from '../interrupt.js';
import { loadLayers } from '../model/own-layers.js';
import type { OnnxOptions } from '../options/onnx-options.js';
import type { SharedOptions } from '../options/shared-options.js';
import {
  type CascadePrediction,
  cascadePredictionTable,
} from '../output/cascade-prediction-table.js';
import { formatMacs, formatPercent } from '../output/format.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';
import { describeSkipped } from '../output/skipped-files.js';
import { openStages } from './open-stages.js';
import { modelFiles, readPolicy } from './policy-file.js';

interface PredictByCascadeOptions extends SharedOptions, OnnxOptions {
  readonly layers?: string;
}

/** Tells the class of images by a policy: `sig predict --cascade`. */
export async function predictByCascade(
  file: string,
  images: readonly string[],
  options: PredictByCascadeOptions,
): Promise<void> {
  if (images.length === 0) throw new UsageError(`name the images to predict with ${file}`);
  const model = images.find((image) => /\.(safetensors|onnx)$/i.test(image));
  if (model !== undefined) {
    throw new UsageError(
      `--cascade names its models in ${file}, and ${model} is no image; leave it out`,
    );
  }
  const policy = readPolicy(file);
  const layers = await loadLayers(options.layers);
  const { classes } = policy;
  const pixels = policy.stages.map((stage) => stage.pixels);
  const how = { ...options, threads: 1, layers, classes, pixels };
  const opened = await openStages(modelFiles(file, policy), how);
  const stages = opened.map(({ stage }) => stage);
  const inputs = predictionInputs(images);
  const progress = createProgress(options);
  const { strict } = options;
  const size = largestResolution(stages);
  const { sets, skipped } = await readPredictionImages(inputs, size, { strict, progress });
  if (sets.every(({ count }) => count === 0)) {
    throw new CommandError(`no image could be read: ${skipped[0].file} ${skipped[0].reason}`);
  }
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const found = new Map<number, CascadePrediction>();
  const counts = stages.map(() => 0);
  try {
    for (const set of sets) {
      for (const [place, prediction] of await predictSet(policy, stages, set, interrupt.signal)) {
        found.set(place, { ...prediction, file: inputs[place].name });
        counts[stages.findIndex(({ name }) => name === prediction.stage)]++;
      }
    }
  } finally {
    interrupt.release();
  }
  // In the order of the command line.
  const predictions = [...found].sort(([a], [b]) => a - b).map(([, prediction]) => prediction);
  const macs = predictions.reduce((sum, one) => sum + one.macs, 0) / predictions.length;
  const exits = stages.map(({ name }, at) => ({ name, share: counts[at] / predictions.length }));
  const drift = driftOf(policy, counts);
  const skippedFiles = skipped.map(({ file: name, reason }) => ({ file: name, reason }));
  const result = {
    policy: file,
    labels: policy.classes,
    predictions,
    exits,
    macs,
    drift,
    skipped: skippedFiles.length,
    skippedFiles,
  };
  printResult(options.json, result, () => {
    const table = cascadePredictionTable(predictions);
    if (predictions.length === 1) return table;
    const shares = exits.map(({ name, share }) => `${name} ${formatPercent(share, 1)}`);
    return `${table}\n\n${shares.join(' · ')} · ${formatMacs(macs)} multiply-adds an image`;
  });
  for (const line of describeSkipped(skippedFiles)) process.stderr.write(`${line}\n`);
  if (drift.warning !== undefined) progress.note(`warning: ${drift.warning}`);
  const failed = skipped.filter(({ named }) => named);
  if (failed.length > 0) {
    throw new CommandError(`${failed.length} of the named images could not be read`);
  }
}

/** Predictions by the place of each image in the list of inputs. */
async function predictSet(
  policy: Policy,
  stages: readonly Stage[],
  images: ImageSet,
  signal: AbortSignal,
): Promise<[place: number, prediction: CascadePrediction][]> {
  const { classes } = policy;
  const { predicted, probabilities, exits } = await runCascade(policy, stages, images, { signal });
  let reached = 0;
  const spent = cascadeCosts(stages).map(({ macs }) => {
    reached += macs;
    return reached;
  });
  return Array.from(images.labels, (place, at) => {
    const row = [...probabilities.subarray(at * classes.length, (at + 1) * classes.length)];
    const label = predicted[at] < 0 ? null : classes[predicted[at]];
    const [stage, macs] = [stages[exits[at]].name, spent[exits[at]]];
    const probability = Math.max(...row);
    return [place, { file: '', label, probability, probabilities: row, stage, macs }];
  });
}
