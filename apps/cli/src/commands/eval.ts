import { basename, resolve } from 'node:path';
import type { SavedModel } from '@sig/edge';
import { createModelNetwork } from '@sig/edge';
import { Command } from 'commander';
import { openImageSource } from '../data/image-source.js';
import { readPart } from '../data/read-part.js';
import { relabel } from '../data/relabel.js';
import { UsageError } from '../errors.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { evaluateImages } from '../model/evaluate-images.js';
import { layerRows } from '../model/layer-rows.js';
import { modelCost } from '../model/model-cost.js';
import { loadLayers } from '../model/own-layers.js';
import { readModel } from '../model/read-model.js';
import { recipeSize } from '../model/recipe-size.js';
import {
  addExamples,
  addLayersOption,
  addSharedOptions,
  type SharedOptions,
} from '../options/shared-options.js';
import { evaluationReport } from '../output/evaluation-report.js';
import { formatBytes, formatCount, formatMacs } from '../output/format.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';
import { describeSkipped, formatFiles } from '../output/skipped-files.js';
import { htmlReport } from '../report/html-report.js';
import { namesWithin } from '../report/names-within.js';
import { checkReport } from '../report/report-place.js';

interface EvalOptions extends SharedOptions {
  readonly positive?: string;
  readonly report?: string;
  readonly layers?: string;
}

export function evalCommand(): Command {
  const command = new Command('eval')
    .description('measure a model on the test part of a folder (all of it where it has no parts)')
    .argument('<model>', 'a model file that sig train has written')
    .argument('<data>', 'mnist, or a folder: <class>/* or {train,test}/<class>/*')
    .option(
      '--positive <class>',
      'of two classes, the one F1 is about (default: as trained, else the last)',
    )
    .option('--report <file>', 'write an HTML report: curves, confusion, worst mistakes, cost')
    .action((model: string, data: string, options: EvalOptions) =>
      evaluateModel(model, data, options),
    );
  addLayersOption(addSharedOptions(command));
  return addExamples(command, [
    'sig eval digits.safetensors mnist',
    'sig eval model.safetensors photographs --json',
    'sig eval model.safetensors photographs --report model.report.html',
  ]);
}

async function evaluateModel(file: string, data: string, options: EvalOptions): Promise<void> {
  const own = await loadLayers(options.layers);
  const { model, bytes } = readModel(file, own);
  const { labels, recipe } = model;
  if (options.report !== undefined) checkReport(options.report, [file]);
  const positive = options.positive ?? trainedPositive(model);
  if (positive !== undefined && !(labels.length === 2 && labels.includes(positive))) {
    throw new UsageError(
      `--positive must be one of two classes, got ${positive}; the model knows ${labels.join(', ')}`,
    );
  }
  const source = await openImageSource(data);
  const order = relabel(source.classes, labels, data);
  const progress = createProgress(options);
  // The images that the model has not seen, where the source sets some aside.
  const part = source.testCount > 0 ? 'test' : 'train';
  const name = source.testCount > 0 ? 'test' : 'all';
  const { strict, threads } = options;
  const {
    images,
    names,
    skipped: unreadable,
  } = await readPart(source, part, {
    ...recipeSize(recipe),
    name,
    strict,
    progress,
  });
  const skipped = [...source.skipped, ...unreadable];
  for (const line of describeSkipped(skipped)) progress.note(line);
  const network = createModelNetwork(model, { layers: own });
  const relabelled = { ...images, labels: images.labels.map((label) => order[label]) };
  const evaluated = await evaluateImages(network, relabelled, labels, {
    threads,
    positive,
    progress,
  });
  const { evaluation } = evaluated;
  const cost = modelCost(recipe, network.layers);
  const result = {
    model: file,
    report: options.report,
    data,
    part: name,
    classes: labels,
    ...evaluation,
    ...cost,
    bytes,
    skipped: skipped.length,
    skippedFiles: skipped,
    threads,
  };
  printResult(options.json, result, () => {
    const figures = [
      `${formatCount(cost.params)} parameters`,
      `${formatMacs(cost.macs)} multiply-adds (features ${formatMacs(cost.featureMacs)}, head ${formatMacs(cost.headMacs)})`,
      formatBytes(bytes),
      `${formatCount(evaluation.imagesPerSecond)} images/s`,
      ...(skipped.length > 0 ? [`${formatFiles(skipped.length)} skipped`] : []),
    ];
    return `${evaluationReport(evaluation, labels)}\n\n${figures.join(' · ')}`;
  });
  if (options.report === undefined) return;
  const page = await htmlReport({
    ...{
      model: basename(file),
      data: basename(resolve(data)),
      classes: labels,
      recipe,
      cost,
      bytes,
    },
    layers: layerRows(network),
    measured: [
      ['evaluation', `${formatCount(evaluation.imagesPerSecond)} images/s, ${threads} threads`],
      ['peak memory', formatBytes(process.resourceUsage().maxRSS * 1024)],
    ],
    judged: { ...evaluated, part: name, images: relabelled, names: namesWithin(data, names) },
    balance: [{ part: name, counts: evaluation.perClass.map(({ support }) => support) }],
    training: model.training,
  });
  writeFileAtomic(options.report, new TextEncoder().encode(page));
}

function trainedPositive({ training, labels }: SavedModel): string | undefined {
  const positive = training?.positive;
  return typeof positive === 'string' && labels.includes(positive) ? positive : undefined;
}
