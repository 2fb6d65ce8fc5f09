import type { Network } from '@sig/heads';
import { createFeatures, defaultRecipe, type FeatureRecipe } from '@sig/image-paths';
import { createFeatureNet } from '@sig/knn-slice';
import { Command } from 'commander';
import { type ImageSource, openImageSource } from '../data/image-source.js';
import { UsageError } from '../errors.js';
import { buildEngine } from '../evolution/build-engine.js';
import { checkBudget } from '../evolution/check-budget.js';
import { countReferences, encodeEngine, engineSummary } from '../evolution/engine-model.js';
import { evolutionFile } from '../evolution/evolution-file.js';
import { readEvolutionImages } from '../evolution/evolution-images.js';
import { evolveFilters } from '../evolution/evolve-filters.js';
import {
  type EvolveCommandResult,
  evolutionOutcome,
  evolveReport,
} from '../evolution/evolve-result.js';
import { loadFitness } from '../evolution/load-fitness.js';
import { checkWritable } from '../files/check-writable.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { watchInterrupt } from '../interrupt.js';
import { evaluateImages } from '../model/evaluate-images.js';
import { modelCost } from '../model/model-cost.js';
import {
  addEvolveOptions,
  type EvolveCommandOptions,
  type SaidEvolveOptions,
} from '../options/evolve-options.js';
import { settleEvolveOptions } from '../options/settle-evolve-options.js';
import { addExamples, addSharedOptions } from '../options/shared-options.js';
import { printResult } from '../output/print-result.js';
import { createProgress } from '../output/progress.js';

export function evolveCommand(): Command {
  const command = new Command('evolve')
    .description('evolve the filters of a k-NN engine, without back-propagation')
    .argument('<data>', 'mnist, or a folder: <class>/* or {train,test}/<class>/*')
    .action((data: string, said: SaidEvolveOptions) =>
      evolveEngine(data, settleEvolveOptions(said)),
    );
  addSharedOptions(addEvolveOptions(command));
  return addExamples(command, [
    'sig evolve mnist --out engine.safetensors',
    'sig evolve mnist --strategy pso --mode parallel --seconds 600 --out engine.safetensors',
    'sig evolve photographs --size 32 --filters 16,32 --judge split --out engine.safetensors',
    'sig evolve mnist --random --train-count 60000 --test-count 10000 --out engine.safetensors',
    'sig evolve mnist --no-shifts --no-discriminants --layers all --out plain.safetensors',
    'sig evolve mnist --prototypes protonn --max-bytes 74000 --out small.safetensors',
    'sig evolve mnist --out engine.safetensors --log filters.jsonl --resume',
  ]);
}

async function evolveEngine(data: string, options: EvolveCommandOptions): Promise<void> {
  const begun = performance.now();
  const { out, seed, threads, judge, shifts, discriminants, random = false } = options;
  const file = evolutionFile(out);
  checkPlaces(options, file.path);
  const fitness = await loadFitness(options.fitness);
  const source = await openImageSource(data);
  const recipe = await recipeOf(source, options);
  const given = featureNet(recipe, options);
  if (!random) checkBudget(given, options);
  const progress = createProgress(options);
  const interrupt = watchInterrupt(() => progress.note('stopping; Ctrl-C again ends at once'));
  const { signal } = interrupt;
  try {
    const images = await readEvolutionImages(source, recipe, options, { progress, signal });
    const { train, test } = images;
    const { classes } = source;
    if (judge === 'as-published' && test === undefined) {
      throw new UsageError(`--judge as-published needs test images, ${data} has none`);
    }
    const readSeconds = (performance.now() - begun) / 1000;
    const build = (network: Network) => buildEngine(network, train, classes.length, options);
    // So that a budget which is too small for prototypes is not found out about at the end.
    if (options.prototypes !== undefined) await build(given);
    const evolveStart = performance.now();
    const result = random
      ? undefined
      : await evolveFilters(given, images, options, { fitness, progress, signal, file });
    const evolveSeconds = (performance.now() - evolveStart) / 1000;
    const judged = async (network: Network) =>
      test && (await evaluateImages(network, test, classes, { threads, progress })).evaluation;
    const engine = await build(result?.network ?? given);
    const tested = await judged(engine);
    const changed = result?.state.reports.some(({ before, after }) => after < before);
    const start = changed ? await judged(await build(given)) : tested;
    const facts = { data, images: train.count, result, test: tested };
    const bytes = encodeEngine(engine, classes, recipe, engineSummary(options, facts));
    writeFileAtomic(out, bytes);
    const references = countReferences(engine);
    const summary: EvolveCommandResult = {
      ...{ model: out, data, classes },
      ...modelCost(recipe, engine.layers),
      bytes: bytes.length,
      bytesWithoutReferences: bytes.length - references.bytes,
      references: references.count,
      width: references.width,
      ...{ shifts, discriminants },
      images: { train: train.count, test: test?.count ?? 0 },
      skipped: images.skipped.length,
      ...(result && evolutionOutcome(result, options)),
      test: tested,
      start: result && start && { accuracy: start.accuracy, interval: start.intervals.accuracy },
      ...{ threads, seed },
      seconds: {
        read: readSeconds,
        evolve: evolveSeconds,
        total: (performance.now() - begun) / 1000,
      },
      peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    };
    printResult(options.json, summary, () => evolveReport(summary));
  } finally {
    progress.end();
    interrupt.release();
  }
}

async function recipeOf(
  source: ImageSource,
  { size, fit, channels }: EvolveCommandOptions,
): Promise<FeatureRecipe> {
  const colours = channels === 'auto' ? await source.detectChannels() : channels;
  return defaultRecipe({ transform: 'pixels', ...size, fit, channels: colours });
}

function featureNet(recipe: FeatureRecipe, { filters, seed }: EvolveCommandOptions) {
  const { width, height, channels } = recipe;
  const inputShape = [height, width, channels === 'rgb' ? 3 : 1] as const;
  try {
    return createFeatureNet({ features: createFeatures(recipe), inputShape, filters, seed });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`these options do not go together: ${error.message}`);
  }
}

/** Refuses places where nothing can be written, and one place for two files. */
function checkPlaces({ out, log, fitness }: EvolveCommandOptions, state: string): void {
  checkWritable(out);
  if (log === undefined) return;
  checkWritable(log);
  if ([out, state, fitness].includes(log)) {
    throw new UsageError(`--log must be a file of its own, got ${log}`);
  }
}
