import { createCmaEs, minimize, ObjectiveError, type Strategy, strategyFrom } from '@sig/evo';
import { createNetwork, type Network, sizeOf } from '@sig/heads';
import type { Engine } from '@sig/kernels';
import { requireInteger } from '../arguments/require-integer.js';
import { withEngine } from '../knn/with-engine.js';
import type { Projection } from '../projection/projection.js';
import { fitDiscriminants } from '../references/fit-references.js';
import { createColumnSearch } from './column-search.js';
import { EvolutionError, type EvolutionState, type UnitReport } from './evolution-state.js';
import type { EvolveOptions, EvolveResult } from './evolve-options.js';
import { filterUnits, readUnit, weightsOf, writeUnit } from './filter-unit.js';
import { softVotes } from './fitness.js';
import { requireSamples } from './require-samples.js';
import { type EvolutionSamples, type LabelledImages, takeSamples } from './samples.js';
import { createUnitObjective, searchWhole } from './unit-objective.js';

/**
 * Evolves the filters of a feature net for the k-NN behind it (Radu 2019): serial, filter by filter or
 * layer by layer with all else constant, or parallel, each against the first weights and plugged in
 * together. What is found for a unit is taken where its fitness is better than that of what was there.
 *
 * The fitness is measured on the training images alone, each left out for itself or a share of them set
 * aside, unless others are given: a figure on images that the fitness has seen is no honest one.
 *
 * @throws RangeError or TypeError for samples and options that make no sense together, in one line.
 * @throws EvolutionError when the fitness throws or is NaN; its `state` goes on from there.
 *
 * @example
 * const { network, after } = await evolve(createFeatureNet(), train, { threads: 2, seconds: 60 });
 */
export async function evolve(
  network: Network,
  training: LabelledImages,
  options: EvolveOptions = {},
): Promise<EvolveResult> {
  const { fitnessSet = 'leave-one-out', seed = 0, k = 9, rounds = 1, state } = options;
  requireInteger('rounds', rounds, 1);
  if (options.generations !== undefined) requireInteger('generations', options.generations, 1);
  const samples = takeSamples(training, fitnessSet, sizeOf(network.inputShape), seed);
  requireSamples(samples, k);
  if (state && state.version !== 1) {
    throw new RangeError(`state must be of version 1, got ${state.version}`);
  }
  return withEngine(options, (engine) => run(engine, network, samples, options));
}

async function run(
  engine: Engine,
  given: Network,
  samples: EvolutionSamples,
  options: EvolveOptions,
): Promise<EvolveResult> {
  const { mode = 'serial', unit: size = 'filter', rounds = 1, k = 9, seed = 0 } = options;
  const { fitness = softVotes, strategy: create = defaultStrategy, signal, seconds } = options;
  const { references, queries, leaveOneOut } = samples;
  const copy = (weights: Network['weights'] | EvolutionState['weights']): Network =>
    createNetwork({ layers: given.layers, inputShape: given.inputShape, weights });
  const network = copy(options.state?.weights ?? given.weights);
  const units = filterUnits(network, size, options.layers);
  if (units.length === 0)
    throw new RangeError('the network must have a conv2d to evolve, got none');
  const classes = 1 + references.labels.reduce((most, label) => Math.max(most, label), 0);
  // From the first question on: the first projection, which takes tens of seconds, evolves nothing.
  let until: number | undefined;
  const left = (): number => {
    const now = performance.now() / 1000;
    until ??= now + (seconds ?? Infinity);
    return until - now;
  };
  const counts = { queries: queries.labels.length, references: references.labels.length };
  const search = createColumnSearch(engine, { ...counts, k, leaveOneOut });
  const judge = ({ squares, indices }: ReturnType<typeof search.search>): number =>
    fitness({
      count: counts.queries,
      k,
      squares,
      labels: indices.map((index) => references.labels[index]),
      truth: queries.labels,
      classes,
    });

  let { round = 0, next = 0, found = [], reports = [] } = options.state ?? {};
  let underWay = options.state?.strategy && strategyFrom(options.state.strategy);
  let before = options.state?.before;
  const fitted = async (to: Network): Promise<Projection | undefined> =>
    options.discriminants && fitDiscriminants(to, references, { ...options.discriminants, engine });
  let projection = revive(options.state?.projection);
  const stateNow = (strategy = underWay?.toJSON()): EvolutionState => ({
    version: 1,
    mode,
    unit: size,
    round,
    next,
    weights: plain(network.weights),
    found,
    reports,
    ...(projection
      ? { projection: { weight: [...projection.weight], bias: [...projection.bias] } }
      : {}),
    ...(strategy ? { strategy, before } : {}),
  });
  const fitnessOf = async (whole: Network): Promise<number> =>
    judge(await searchWhole(engine, search, whole, samples, await fitted(whole)));
  const fitnessAfter = async (whole: Network, begin: number): Promise<number> => {
    if (!reports.some((report) => report.after < report.before)) return begin;
    if (mode === 'parallel' || options.discriminants) return fitnessOf(whole);
    return reports[reports.length - 1].after;
  };
  const end = async (reason: EvolveResult['reason']): Promise<EvolveResult> => {
    const plugged = copy(network.weights);
    plugIn(plugged, units, found);
    // The first unit has measured the given network, and in series the last the one that is now.
    const begin = reports[0]?.before ?? before ?? (await fitnessOf(copy(given.weights)));
    const values = { before: begin, after: await fitnessAfter(plugged, begin) };
    // The fitness sees reals; what makes them of bytes stays with the network.
    const whole = { ...plugged, features: given.features };
    return { network: whole, ...values, reason, state: stateNow() };
  };

  try {
    for (; round < rounds; round++, next = 0, projection = undefined) {
      projection ??= await fitted(network);
      for (; next < units.length; next++) {
        if (signal?.aborted) return await end('signal');
        if (left() <= 0) return await end('seconds');
        const unit = units[next];
        const weights = weightsOf(network, unit.layer);
        const start = readUnit(weights, unit);
        const strategy = underWay ?? create(start, seed + round * units.length + next);
        underWay = strategy;
        const objective = await createUnitObjective(
          engine,
          search,
          network,
          unit,
          samples,
          projection,
        );
        const evaluate = async (candidates: Float64Array[]): Promise<number[]> => {
          const values: number[] = [];
          await objective(candidates, (neighbours) => values.push(judge(neighbours)));
          return values;
        };
        try {
          before ??= (await evaluate([start]))[0];
          const result = await minimize(evaluate, strategy, {
            batched: true,
            evaluations: evaluationsOf(strategy, options),
            seconds: Math.max(left(), 1e-3),
            signal,
            onGeneration: options.onGeneration,
          });
          const { reason, x, value, evaluations } = result;
          if (reason === 'seconds' || reason === 'signal' || reason === 'callback')
            return await end(reason);
          const better = value < before;
          if (better && mode === 'serial') writeUnit(weights, unit, x);
          if (better && mode === 'parallel') found = [...found, { unit: next, vector: [...x] }];
          const { layer, first: filter, count: filters } = unit;
          const after = better ? value : before;
          const report = { round, layer, filter, filters, before, after, evaluations, reason };
          reports = [...reports, report];
        } catch (error) {
          const own = error instanceof ObjectiveError ? error.state : undefined;
          throw new EvolutionError(error, stateNow(own));
        }
        [underWay, before] = [undefined, undefined];
        const last = next === units.length - 1;
        if (last) [, found] = [plugIn(network, units, found), []];
        const goesOn = last
          ? { round: round + 1, next: 0, projection: undefined }
          : { next: next + 1 };
        const report: UnitReport = reports[reports.length - 1];
        const wanted = await options.onUnit?.(report, { ...stateNow(), ...goesOn });
        if (wanted === false) {
          next++;
          return await end('callback');
        }
      }
    }
    return await end('rounds');
  } finally {
    search.release();
  }
}

function evaluationsOf(
  { populationSize }: Strategy,
  { evaluations = 200, generations }: EvolveOptions,
): number {
  return generations === undefined ? evaluations : generations * populationSize;
}

/** Puts what was found for units into a network. */
function plugIn(
  network: Network,
  units: ReturnType<typeof filterUnits>,
  found: EvolutionState['found'],
): void {
  for (const { unit, vector } of found) {
    writeUnit(weightsOf(network, units[unit].layer), units[unit], vector);
  }
}

function revive(projection: EvolutionState['projection']): Projection | undefined {
  if (projection === undefined) return undefined;
  const { weight, bias } = projection;
  return { weight: Float32Array.from(weight), bias: Float32Array.from(bias) };
}

function defaultStrategy(start: Float64Array, seed: number): Strategy {
  const deviation = Math.sqrt(start.reduce((sum, value) => sum + value * value, 0) / start.length);
  return createCmaEs({ start, sigma: deviation / 2 || 0.1, seed });
}

function plain(weights: Network['weights']): EvolutionState['weights'] {
  return Object.fromEntries(Object.entries(weights).map(([name, values]) => [name, [...values]]));
}
