import { conv1d } from '../layers/conv1d.js';
import { dense } from '../layers/dense.js';
import { dropout } from '../layers/dropout.js';
import { flatten } from '../layers/flatten.js';
import type { Layer, LayerOptions } from '../layers/layer.js';
import { maxPool1d } from '../layers/max-pool1d.js';
import { relu } from '../layers/relu.js';
import type { Network } from './network.js';

/** Layers as plain JSON. */
export interface ArchitectureJSON {
  readonly inputShape: readonly number[];
  readonly layers: readonly { readonly kind: string; readonly options: LayerOptions }[];
}

/** Makes a layer from the options in its JSON. */
export type LayerFactory = (options: LayerOptions) => Layer;

const BUILT_IN: Readonly<Record<string, LayerFactory>> = {
  conv1d: (options) =>
    conv1d(numberIn('conv1d', options, 'filters'), {
      size: numberIn('conv1d', options, 'size'),
      activation: activationIn('conv1d', options),
    }),
  dense: (options) =>
    dense(numberIn('dense', options, 'units'), { activation: activationIn('dense', options) }),
  dropout: (options) => dropout(numberIn('dropout', options, 'rate')),
  flatten,
  maxPool1d: (options) => maxPool1d(numberIn('maxPool1d', options, 'size')),
  relu,
};

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
  return layers.map(({ kind, options }) => {
    const known = { ...BUILT_IN, ...custom };
    if (!Object.hasOwn(known, kind)) {
      const names = Object.keys(known).sort().join(', ');
      throw new RangeError(`no layer is of kind ${kind}; known are ${names}`);
    }
    return known[kind](options);
  });
}

function numberIn(kind: string, options: LayerOptions, name: string): number {
  const value = options[name];
  if (typeof value === 'number') return value;
  throw new RangeError(`${kind}: ${name} must be a number, got ${value}`);
}

function activationIn(kind: string, options: LayerOptions): 'relu' | 'none' {
  const { activation } = options;
  if (activation === 'relu' || activation === 'none') return activation;
  throw new RangeError(`${kind}: activation must be relu or none, got ${activation}`);
}
