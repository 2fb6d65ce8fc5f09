import type { Network } from '@sig/heads';
import type { EvolveResult, Fitness } from '@sig/knn-slice';
import { InterruptedError } from '../errors.js';
import { startLog } from '../files/start-log.js';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import type { Progress } from '../output/progress.js';
import { checkSameTraining } from '../training/check-same-training.js';
import { describeEvolution } from './describe-evolution.js';
import type { EvolutionFile } from './evolution-file.js';
import type { EvolutionImages } from './evolution-images.js';
import { evolveNetwork } from './evolve-network.js';
import { openEvolution } from './open-evolution.js';

export interface EvolveFiltersOptions {
  readonly fitness: Fitness;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Where the state goes. */
  readonly file: EvolutionFile;
}

/** Evolves a feature net, or goes on with that where it was stopped. */
export async function evolveFilters(
  given: Network,
  images: EvolutionImages,
  options: EvolveCommandOptions,
  { fitness, progress, signal, file }: EvolveFiltersOptions,
): Promise<EvolveResult> {
  const evolution = describeEvolution(options, images);
  const stopped = openEvolution(file, options.resume, progress);
  if (stopped) checkSameTraining(file.path, stopped.evolution, evolution);
  const log = startLog(options.log, stopped?.state.reports ?? []);
  const result = await evolveNetwork(given, images, options, {
    ...{ fitness, progress, signal, file, evolution },
    state: stopped?.state,
    onUnit: log.append,
  });
  if (result.reason === 'signal') {
    throw new InterruptedError(`stopped; --resume goes on from ${file.path}`);
  }
  if (result.reason === 'seconds') {
    progress.note(`the seconds are over; --resume goes on from ${file.path}`);
  }
  return result;
}
