import { conv2d, createNetwork, flatten, type Layer, type Network, predict } from '@sig/heads';
import type { Engine } from '@sig/kernels';
import type { Projection } from '../projection/projection.js';
import type { ColumnSearch, FeaturePair } from './column-search.js';
import { type FilterUnit, weightsOf, writeUnit } from './filter-unit.js';
import { mapPair } from './map-pair.js';
import { addPairs, projectPair, rowsOf, unbiased } from './projected-pair.js';
import type { EvolutionSamples } from './samples.js';

/** Calls back with the nearest references for each of the candidates for a unit's weights. */
export type UnitObjective = (
  candidates: readonly ArrayLike<number>[],
  visit: (found: ReturnType<ColumnSearch['search']>) => void,
) => Promise<void>;

/**
 * What candidates for a unit's weights do to the distances. What comes before the unit's layer is
 * computed once. In the last convolution a filter touches only its own columns of the features: the
 * others are kept as a constant part of the distances, and the filters of all candidates are computed as
 * one convolution. Where distances are between projected features, what the others add to the projection
 * is kept instead.
 */
export async function createUnitObjective(
  engine: Engine,
  search: ColumnSearch,
  network: Network,
  unit: FilterUnit,
  { references, queries }: EvolutionSamples,
  projection?: Projection,
): Promise<UnitObjective> {
  search.forget();
  const { layers, shapes, inputShape } = network;
  const images = { queries: queries.images, references: references.images, width: 0 };
  const before = createPart(network, inputShape, layers.slice(0, unit.layer), 0);
  const given = before ? await run(engine, before, images) : images;
  const shape = unit.layer === 0 ? inputShape : shapes[unit.layer - 1];
  const after = layers.slice(unit.layer + 1);
  const current = weightsOf(network, unit.layer);

  if (after.some((layer) => layer.kind === 'conv2d')) {
    const part = createPart(network, shape, layers.slice(unit.layer), unit.layer);
    return async (candidates, visit) => {
      if (!part) return;
      for (const candidate of candidates) {
        writeUnit(weightsOf(part, 0), unit, candidate);
        visit(search.search(await projectPair(engine, await run(engine, part, given), projection)));
      }
    };
  }

  const filters = current.bias.length;
  const whole = createPart(network, shape, layers.slice(unit.layer), unit.layer);
  const all = whole && (await run(engine, whole, given));
  const others = Array.from({ length: filters }, (_, filter) => filter).filter(
    (filter) => filter < unit.first || filter >= unit.first + unit.count,
  );
  const rest =
    projection && all && others.length > 0
      ? await projectPair(
          engine,
          columnsOf(all, filters, others),
          rowsOf(projection, filters, others),
        )
      : undefined;
  if (!projection && all && others.length > 0) search.keep(columnsOf(all, filters, others));
  const units = Array.from({ length: unit.count }, (_, filter) => unit.first + filter);
  const own = projection && rowsOf(rest ? unbiased(projection) : projection, filters, units);
  return async (candidates, visit) => {
    const { count } = unit;
    const total = candidates.length * count;
    const convolution = conv2d(total, { ...layers[unit.layer].options, bias: true });
    const part = createNetwork({ layers: [convolution, ...after], inputShape: shape });
    for (const [at, candidate] of candidates.entries()) {
      writeUnit(weightsOf(part, 0), { layer: 0, first: at * count, count }, candidate);
    }
    const features = await run(engine, part, given);
    for (let at = 0; at < candidates.length; at++) {
      const places = Array.from({ length: count }, (_, filter) => at * count + filter);
      const changed = columnsOf(features, total, places);
      const pair = await projectPair(engine, changed, own);
      visit(search.search(rest ? addPairs(pair, rest) : pair));
    }
  };
}

/** The nearest references by all features of a network. */
export async function searchWhole(
  engine: Engine,
  search: ColumnSearch,
  network: Network,
  { references, queries }: EvolutionSamples,
  projection?: Projection,
): Promise<ReturnType<ColumnSearch['search']>> {
  search.forget();
  const images = { queries: queries.images, references: references.images, width: 0 };
  return search.search(await projectPair(engine, await run(engine, network, images), projection));
}

/** Some layers of a network as a network of their own, with a copy of their weights. */
function createPart(
  network: Network,
  inputShape: readonly number[],
  layers: readonly Layer[],
  first: number,
): Network | undefined {
  if (layers.length === 0) return undefined;
  const flat = layers.at(-1)?.kind === 'flatten' ? layers : [...layers, flatten()];
  const weights = Object.fromEntries(
    Object.entries(network.weights).map(([name, values]) => {
      const [place, ...rest] = name.split('.');
      return [[Number(place) - first, ...rest].join('.'), values];
    }),
  );
  return createNetwork({ layers: flat, inputShape, weights });
}

async function run(engine: Engine, network: Network, pair: FeaturePair): Promise<FeaturePair> {
  const [width] = network.shapes[network.shapes.length - 1];
  const options = { engine, output: 'activations' } as const;
  return mapPair(pair, width, (matrix) => predict(network, matrix, options));
}

/** The columns of some filters, where features are [positions, filters]. */
function columnsOf(pair: FeaturePair, filters: number, chosen: readonly number[]): FeaturePair {
  const positions = pair.width / filters;
  const width = positions * chosen.length;
  const pick = (matrix: Float32Array): Float32Array => {
    const picked = new Float32Array((matrix.length / filters) * chosen.length);
    for (let from = 0, to = 0; from < matrix.length; from += filters) {
      for (const filter of chosen) picked[to++] = matrix[from + filter];
    }
    return picked;
  };
  const references = pick(pair.references);
  const queries = pair.queries === pair.references ? references : pick(pair.queries);
  return { references, queries, width };
}
