import type { Layer } from '../layers/layer.js';

/**
 * Layers as they are run: a ReLU is computed inside the layer before it, where that can, and its own
 * place has nothing left to do. Places, shapes and parameters stay as they are.
 */
export function fuseRelus(layers: readonly Layer[]): Layer[] {
  const fuses = (place: number): boolean =>
    layers[place]?.withRelu !== undefined && layers[place + 1]?.kind === 'relu';
  return layers.map((layer, place) => {
    if (fuses(place)) return layer.withRelu?.() ?? layer;
    if (!fuses(place - 1)) return layer;
    return { ...layer, inPlace: true, forward: () => undefined, backward: () => undefined };
  });
}
