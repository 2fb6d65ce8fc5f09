import type { Layer, LayerOptions } from '../layers/layer.js';
import type { Network } from './network.js';

/** Layers as plain JSON. */
export interface ArchitectureJSON {
  readonly inputShape: readonly number[];
  readonly layers: readonly { readonly kind: string; readonly options: LayerOptions }[];
}

/** The architecture of a network as plain JSON, without weights. */
export function architectureToJSON(
  _network: Pick<Network, 'layers' | 'inputShape'>,
): ArchitectureJSON {
  throw new Error('not there yet');
}

/** The layers of an architecture; `custom` makes the layers of kinds of one's own. */
export function layersFromJSON(
  _json: ArchitectureJSON,
  _custom: Readonly<Record<string, (options: LayerOptions) => Layer>> = {},
): Layer[] {
  throw new Error('not there yet');
}
