import {
  type CostMeasure,
  driftOf,
  evaluatePolicy,
  type Policy,
  type Recording,
  riskOf,
  scoreByPolicy,
} from '@sig/cascade';
import { Command, Option } from 'commander';
import { checkOrder } from '../cascade/check-order.js';
import { openStages } from '../cascade/open-stages.js';
import { modelFiles, readPolicy } from '../cascade/policy-file.js';
import { readRecordings } from '../cascade/read-recordings.js';
import { recordImages, threadsFor } from '../cascade/record-images.js';
import { areRecordings } from '../cascade/stage-files.js';
import { openImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import { watchInterrupt } from '../interrupt.js';
import { loadLayers } from '../model/own-layers.js';
import { addOnnxOptions, type OnnxOptions } from '../options/onnx-options.js';
import {
  addExamples,
  addLayersOption,
  addSharedOptions,
  type SharedOptions,
} from '../options/shared-options.js';
import { cascadeEvalReport, type KeptPromise } from '../output/cascade-eval-report.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';

interface CascadeEvalOptions extends SharedOptions, OnnxOptions {
  readonly cost: CostMeasure;
  readonly layers?: string;
}

export function cascadeEvalCommand(): Command {
  const command = new Command('eval')
    .description('measure a cascade on the test part of a folder (all of it where it has no parts)')
    .argument('<policy>', 'a file that sig cascade fit has written')
    .argument('<data...>', 'mnist, a folder of images, or a recording for each stage (.npz, .json)')
    .addOption(
      new Option('--cost <measure>', 'milliseconds measures the time of each stage as well')
        .choices(['macs', 'milliseconds'])
        .default('macs'),
    )
    .action((policy: string, data: string[], options: CascadeEvalOptions) =>
      evaluateCascade(policy, data, options),
    );
  addOnnxOptions(addLayersOption(addSharedOptions(command)));
  return addExamples(command, [
    'sig cascade eval cascade.json photographs',
    'sig cascade eval cascade.json photographs --cost milliseconds --json',
    'sig cascade eval cascade.json resnet18-test.npz resnet50-test.npz',
  ]);
}

async function evaluateCascade(
  file: string,
  data: readonly string[],
  options: CascadeEvalOptions,
): Promise<void> {
  const policy = readPolicy(file);
  const progress = createProgress(options);
  const recorded = areRecordings(data);
  const { recordings, part, skipped } = recorded
    ? { recordings: readInOrder(data, policy), part: 'recordings', skipped: [] }
    : await recordData(file, policy, data, options);
  const evaluation = evaluatePolicy(policy, recordings);
  const { exits, coverage, images } = evaluation;
  // Those that the last stage abstained from have reached it.
  const counts = exits.map((exit) => exit.images);
  counts[counts.length - 1] += Math.round((1 - coverage) * images);
  const drift = driftOf(policy, counts);
  const promise = keptPromise(policy, recordings);
  const result = {
    policy: file,
    data,
    part,
    ...evaluation,
    fitted: policy.fitted,
    promise,
    drift,
    skipped: skipped.length,
    skippedFiles: skipped,
  };
  printResult(options.json, result, () => cascadeEvalReport(policy, evaluation, promise));
  if (drift.warning !== undefined) progress.note(`warning: ${drift.warning}`);
}

/** Recordings that are of the policy's stages, as far as their costs tell. */
function readInOrder(files: readonly string[], policy: Policy): Recording[] {
  const recordings = readRecordings(files, policy.classes);
  const costs = policy.stages.map(({ cost }) => cost.macs);
  if (recordings.length !== costs.length) return recordings;
  const isSorted = (macs: readonly number[]): boolean =>
    macs.every((cost, at) => at === 0 || cost >= macs[at - 1]);
  if (isSorted(costs)) checkOrder(recordings);
  return recordings;
}

async function recordData(
  file: string,
  policy: Policy,
  [data, ...others]: readonly string[],
  options: CascadeEvalOptions,
) {
  if (others.length > 0) {
    throw new UsageError(`images are in one folder, got ${[data, ...others].join(', ')}`);
  }
  const { strict, quiet, cost: measure } = options;
  const opened = await openStages(modelFiles(file, policy), {
    ...options,
    threads: threadsFor(options),
    classes: policy.classes,
    pixels: policy.stages.map((stage) => stage.pixels),
    layers: await loadLayers(options.layers),
  });
  const source = await openImageSource(data);
  const progress = createProgress({ quiet });
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const [part, name] =
    source.testCount > 0 ? (['test', 'test'] as const) : (['train', 'all'] as const);
  const stages = opened.map(({ stage }) => stage);
  const { recordings, skipped } = await recordImages(stages, source, data, part, {
    ...{ name, strict, measure, progress },
    signal: interrupt.signal,
  }).finally(() => interrupt.release());
  return { recordings, part: name, skipped };
}

function keptPromise(policy: Policy, recordings: readonly Recording[]): KeptPromise | undefined {
  if (policy.promise === undefined) return undefined;
  const { loss, risk, confidence } = policy.promise;
  const scores = scoreByPolicy(policy, recordings);
  const thresholds = policy.stages.slice(0, -1).map(({ threshold }) => threshold);
  const found = riskOf(scores, thresholds, loss);
  return { loss, risk, confidence, found, kept: found <= risk };
}
