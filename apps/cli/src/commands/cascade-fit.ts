import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { evaluateScores, type Recording } from '@sig/cascade';
import type { ImageSet } from '@sig/image-paths';
import { Command } from 'commander';
import { cascadePlots } from '../cascade/cascade-plots.js';
import { checkOrder } from '../cascade/check-order.js';
import { choosePolicy } from '../cascade/choose-policy.js';
import { heldOutPlaces } from '../cascade/held-out-places.js';
import { openStages } from '../cascade/open-stages.js';
import { modelNames } from '../cascade/policy-file.js';
import { readRecordings } from '../cascade/read-recordings.js';
import { recordImages, threadsFor } from '../cascade/record-images.js';
import { areRecordings } from '../cascade/stage-files.js';
import { openImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import { checkWritable } from '../files/check-writable.js';
import { isSameFile } from '../files/is-same-file.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { watchInterrupt } from '../interrupt.js';
import { loadLayers } from '../model/own-layers.js';
import { addCascadeFitOptions, type CascadeFitOptions } from '../options/cascade-fit-options.js';
import { addOnnxOptions } from '../options/onnx-options.js';
import { addExamples, addLayersOption, addSharedOptions } from '../options/shared-options.js';
import { cascadeFitReport } from '../output/cascade-fit-report.js';
import { printResult } from '../output/print-result.js';
import { createProgress, type Progress } from '../output/progress.js';

export function cascadeFitCommand(): Command {
  const command = new Command('fit')
    .description('choose the thresholds of a cascade on images that no stage was trained on')
    .argument(
      '<stages...>',
      'model files from the cheapest to the dearest (.safetensors of sig train, .onnx), or recordings of what models said (.npz, .json)',
    )
    .action((stages: string[], options: CascadeFitOptions) => fitCascade(stages, options));
  addOnnxOptions(addLayersOption(addSharedOptions(addCascadeFitOptions(command))));
  command.addHelpText(
    'after',
    `
Models of sig train tell by which --validation and --seed they kept images aside; thresholds are chosen
on those. All thresholds are tried, not a grid. A recording is a .npz file with the arrays probabilities
[images, classes], labels [images] and cost [macs, bytes, params], or the same as JSON.`,
  );
  return addExamples(command, [
    'sig cascade fit s32.safetensors s64.safetensors s128.safetensors --data photographs --out cascade.json',
    'sig cascade fit s32.safetensors s64.safetensors --data photographs --out cascade.json --budget 2.5M',
    'sig cascade fit s32.safetensors s64.safetensors --data photographs --out cascade.json --risk 0.02 --confidence 0.95',
    'sig cascade fit resnet18.npz resnet50.npz --target-accuracy 0.89 --out cascade.json --plots plots',
  ]);
}

async function fitCascade(files: readonly string[], options: CascadeFitOptions): Promise<void> {
  const { out, plots: folder } = options;
  if (files.length < 2) {
    throw new UsageError(`a cascade has two stages or more, got ${files.length}; name them all`);
  }
  const taken = files.find((file) => isSameFile(file, out));
  if (taken !== undefined) {
    throw new UsageError(`--out must be a file of its own, got that of the stage ${taken}`);
  }
  const recorded = areRecordings(files);
  if (recorded && options.data !== undefined) {
    throw new UsageError('--data is for models; recordings hold what was said about images');
  }
  checkWritable(out);
  if (
    folder !== undefined &&
    statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false
  ) {
    throw new UsageError(`--plots must be a folder, ${folder} is a file`);
  }
  const models = recorded ? undefined : modelNames(out, files);
  const progress = createProgress(options);
  const { recordings, images, from } = recorded
    ? { recordings: readRecordings(files), images: undefined, from: 'the recordings' }
    : await recordModels(files, options, progress);
  const chosen = choosePolicy(recordings, options, models);
  const { policy, controlled, how } = chosen;
  const plots = folder === undefined ? {} : await cascadePlots(chosen, options.cost, images);
  writeFileAtomic(out, new TextEncoder().encode(`${JSON.stringify(policy, null, 2)}\n`));
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true });
    for (const [name, svg] of Object.entries(plots)) {
      writeFileAtomic(join(folder, name), new TextEncoder().encode(svg));
    }
  }
  const { scores } = chosen;
  const thresholds = policy.stages.slice(0, -1).map(({ threshold }) => threshold);
  const last = policy.stages[policy.stages.length - 1].threshold;
  const evaluation = evaluateScores(scores, thresholds, last === 'never' ? 0 : last);
  const result = {
    out,
    stages: files,
    from,
    how,
    ...evaluation,
    policy,
    front: chosen.front.length,
    mixing: chosen.mixing,
    warnings: chosen.warnings,
    ...(controlled && { pValue: controlled.pValue, tested: controlled.tested }),
    plots: folder === undefined ? [] : Object.keys(plots).map((name) => join(folder, name)),
  };
  printResult(options.json, result, () => cascadeFitReport(result));
  for (const warning of chosen.warnings) progress.note(`warning: ${warning}`);
}

/** What models say about images that none of them was trained on. */
async function recordModels(
  files: readonly string[],
  options: CascadeFitOptions,
  progress: Progress,
): Promise<{ recordings: readonly Recording[]; images: ImageSet; from: string }> {
  const { data, strict, cost: measure } = options;
  if (data === undefined) {
    throw new UsageError('--data must name the images to choose thresholds on');
  }
  const layers = await loadLayers(options.layers);
  const source = await openImageSource(data);
  const { classes } = source;
  const threads = threadsFor(options);
  const opened = await openStages(files, { ...options, threads, layers, classes });
  checkOrder(opened.map(({ stage }) => stage));
  const { places, from } = heldOutPlaces(source, data, opened, options);
  progress.note(`thresholds are chosen on ${from}`);
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const stages = opened.map(({ stage }) => stage);
  const { recordings, images } = await recordImages(stages, source, data, 'train', {
    ...{ name: 'held out', places, strict, measure, progress },
    signal: interrupt.signal,
  }).finally(() => interrupt.release());
  return { recordings, images, from };
}
