import { basename, resolve } from 'node:path';
import { type ClassifierModel, encodeModel, type TrainingSummary } from '@sig/edge';
import { architectureToJSON, type Network, sizeOf } from '@sig/heads';
import type { FeatureRecipe } from '@sig/image-paths';
import type { EvolveResult } from '@sig/knn-slice';
import { knownLayers } from '../model/own-layers.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import { fitnessNames } from './load-fitness.js';

export interface EngineFacts {
  readonly data: string;
  /** References that were given. */
  readonly images: number;
  readonly result: Pick<EvolveResult, 'before' | 'after' | 'state'>;
  readonly test?: { readonly count: number; readonly accuracy: number };
}

/** The file of an engine. */
export function encodeEngine(
  engine: Network,
  labels: readonly string[],
  recipe: FeatureRecipe,
  training: TrainingSummary,
): Uint8Array {
  const architecture = architectureToJSON(engine);
  const { weights } = engine;
  const model: ClassifierModel = {
    kind: 'classifier',
    ...{ labels, recipe, architecture, weights, training },
  };
  return encodeModel(model, { layers: knownLayers });
}

/**
 * What the file tells about its evolution. No times and no full paths: the same evolution gives the
 * same bytes wherever it ran.
 */
export function engineSummary(
  options: EvolveCommandOptions,
  { data, images, result, test }: EngineFacts,
): TrainingSummary {
  const { strategy, mode, unit, rounds, fitness, judge, validation, budget, generations } = options;
  const { population, sigma, bounds, seed, prototypes, maxBytes } = options;
  const own = !fitnessNames.some((name) => name === fitness);
  return {
    data: basename(resolve(data)),
    images,
    fitnessBefore: result.before,
    fitnessAfter: result.after,
    units: result.state.reports.length,
    ...(test && { testImages: test.count, testAccuracy: test.accuracy }),
    options: {
      ...{ strategy, mode, unit, rounds, fitness: own ? basename(fitness) : fitness, judge },
      ...(judge === 'split' && { validation }),
      ...(generations === undefined ? { budget } : { generations }),
      ...(population !== undefined && { population }),
      ...(sigma !== undefined && { sigma }),
      ...(bounds && { bounds: [bounds.lower, bounds.upper] }),
      ...(prototypes && { prototypes }),
      ...(maxBytes !== undefined && { maxBytes }),
      seed,
    },
  };
}

/** References in a network, and the bytes they take in float32. */
export function countReferences({ layers, shapes }: Network): { count: number; bytes: number } {
  const place = layers.findIndex(({ kind }) => kind === 'knn' || kind === 'prototypeSimilarity');
  const [parameter] = layers[place].parameters(shapes[place - 1]);
  return { count: parameter.shape[0], bytes: 4 * sizeOf(parameter.shape) };
}
