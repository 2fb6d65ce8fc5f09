import type { LayerFactory } from '@sig/heads';
import { knnLayers } from '@sig/knn-slice';
import { UsageError } from '../errors.js';
import { importModule } from './import-module.js';

/** How layers of kinds of one's own are made, by their kind. */
export type LayerFactories = Readonly<Record<string, LayerFactory>>;

/** What every command knows besides the layers of `@sig/heads`: the k-NN of an engine. */
export const knownLayers: LayerFactories = knnLayers;

/** The layers that are known, and those that the module of `--layers` exports as `layers`. */
export async function loadLayers(file: string | undefined): Promise<LayerFactories> {
  if (file === undefined) return knownLayers;
  const layers = ownLayers('--layers', file, await importModule('--layers', file));
  if (Object.keys(layers).length > 0) return { ...knownLayers, ...layers };
  throw new UsageError(
    `--layers ${file} must export layers, such as { sumPool: () => sumPool() }, got none`,
  );
}

/** The export `layers` of a module, where it has one. */
export function ownLayers(
  option: string,
  file: string,
  { layers = {} }: Record<string, unknown>,
): LayerFactories {
  if (isFactories(layers)) return layers;
  throw new UsageError(
    `${option} ${file} must export layers as an object of functions, such as { sumPool: () => sumPool() }`,
  );
}

function isFactories(value: unknown): value is LayerFactories {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((factory) => typeof factory === 'function')
  );
}
