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
  /** Of filters that were evolved. */
  readonly result?: Pick<EvolveResult, 'before' | 'after' | 'state'>;
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
  const { seed, prototypes, maxBytes, shifts, discriminants } = options;
  return {
    data: basename(resolve(data)),
    images,
    ...(result && {
      fitnessBefore: result.before,
      fitnessAfter: result.after,
      units: result.state.reports.length,
    }),
    ...(test && { testImages: test.count, testAccuracy: test.accuracy }),
    options: {
      ...(result && evolutionOptions(options)),
      ...(shifts && { shifts }),
      ...(discriminants && { discriminants: discriminants.subclasses }),
      ...(discriminants && { shrinkage: discriminants.shrinkage }),
      ...(prototypes && { prototypes }),
      ...(maxBytes !== undefined && { maxBytes }),
      seed,
    },
  };
}

function evolutionOptions(options: EvolveCommandOptions): TrainingSummary {
  const { strategy, mode, unit, layers, rounds, fitness, judge, validation } = options;
  const { budget, generations, population, sigma, bounds } = options;
  const own = !fitnessNames.some((name) => name === fitness);
  return {
    ...{ strategy, mode, unit, layers, rounds, fitness: own ? basename(fitness) : fitness, judge },
    ...(judge === 'split' && { validation }),
    ...(generations === undefined ? { budget } : { generations }),
    ...(population !== undefined && { population }),
    ...(sigma !== undefined && { sigma }),
    ...(bounds && { bounds: [bounds.lower, bounds.upper] }),
  };
}

/** References in a network, the numbers that each has, and the bytes they take in float32. */
export function countReferences({ layers, shapes }: Network): {
  count: number;
  width: number;
  bytes: number;
} {
  const place = layers.findIndex(({ kind }) => kind === 'knn' || kind === 'prototypeSimilarity');
  const [{ shape }] = layers[place].parameters(shapes[place - 1]);
  return { count: shape[0], width: shape[1], bytes: 4 * sizeOf(shape) };
}
