import type { GenerationReport, Strategy } from '@sig/evo';
import type { Network } from '@sig/heads';
import type { Shift } from '../features/shift-images.js';
import type { EngineChoice } from '../knn/with-engine.js';
import type { Discriminants } from '../references/fit-references.js';
import type { EvolutionState, UnitReport } from './evolution-state.js';
import type { Fitness } from './fitness.js';
import type { FitnessSet } from './samples.js';

export interface EvolveOptions extends EngineChoice {
  /** Each unit with what was found before it, or all with the first weights, plugged in together. */
  mode?: 'serial' | 'parallel';
  /** What is evolved at a time ('filter'). */
  unit?: 'filter' | 'layer';
  /** Convolutions whose filters are evolved: all, or that next to the k-NN ('all'). */
  layers?: 'all' | 'last';
  /**
   * Distances are between these discriminants of the features, fitted on the references and their shifts
   * (`[[0, 0]]`) when a round begins, and with every fitness of a whole network.
   */
  discriminants?: Discriminants & { readonly shifts?: readonly Shift[] };
  /** Passes over all units (1). */
  rounds?: number;
  /** Neighbours (9). */
  k?: number;
  /** To be minimised (`softVotes`). */
  fitness?: Fitness;
  /** What it is measured on ('leave-one-out'). */
  fitnessSet?: FitnessSet;
  /** Makes the strategy of a unit; CMA-ES with half the weights' deviation when left out. */
  strategy?: (start: Float64Array, seed: number) => Strategy;
  /** Of each unit (200). */
  evaluations?: number;
  /** Of each unit, in place of `evaluations`. */
  generations?: number;
  /** No generation begins after so many seconds of this call, the first fit of discriminants not counted. */
  seconds?: number;
  seed?: number;
  signal?: AbortSignal;
  /** Called after each unit with the state to go on from; false stops. */
  onUnit?: (report: UnitReport, state: EvolutionState) => unknown;
  /** Called after each generation of a unit; false stops. */
  onGeneration?: (report: GenerationReport) => unknown;
  /** Goes on from there. */
  state?: EvolutionState;
}

export interface EvolveResult {
  /** A network with the weights that were found; the given one stays as it was. */
  readonly network: Network;
  /** The fitness of the network as it was given and as it is. */
  readonly before: number;
  readonly after: number;
  /** 'rounds' when all units had their turn. */
  readonly reason: 'rounds' | 'seconds' | 'signal' | 'callback';
  readonly state: EvolutionState;
}
