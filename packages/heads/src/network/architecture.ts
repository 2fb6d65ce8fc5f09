import type { Layer, LayerDescription } from '../layers/layer.js';
import { builtInLayers } from './built-in-layers.js';
import type { LayerFactory } from './layer-factory.js';
import type { Network } from './network.js';

/** Layers as plain JSON. */
export interface ArchitectureJSON {
  readonly inputShape: readonly number[];
  readonly layers: readonly LayerDescription[];
}

/** The architecture of a network as plain JSON, without weights. */
export function architectureToJSON({
  layers,
  inputShape,
}: Pick<Network, 'layers' | 'inputShape'>): ArchitectureJSON {
  return {
    inputShape: [...inputShape],
    layers: layers.map(({ kind, options }) => ({ kind, options: { ...options } })),
  };
}

/**
 * The layers of an architecture; `custom` makes the layers of kinds of one's own.
 *
 * @throws RangeError when a kind is unknown or an option has another type.
 *
 * @example
 * const json = architectureToJSON(network);
 * createNetwork({ layers: layersFromJSON(json), inputShape: json.inputShape });
 */
export function layersFromJSON(
  { layers }: Pick<ArchitectureJSON, 'layers'>,
  custom: Readonly<Record<string, LayerFactory>> = {},
): Layer[] {
  const known = { ...builtInLayers, ...custom };
  const layersOf = (descriptions: readonly LayerDescription[]): Layer[] =>
    descriptions.map(({ kind, options }) => {
      if (!Object.hasOwn(known, kind)) {
        const names = Object.keys(known).sort().join(', ');
        throw new RangeError(`no layer is of kind ${kind}; known are ${names}`);
      }
      return known[kind](options, layersOf);
    });
  return layersOf(layers);
}
