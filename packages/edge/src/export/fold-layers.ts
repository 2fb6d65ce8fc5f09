import { type Layer, type LayerDescription, layersFromJSON, type Shape } from '@sig/heads';
import { type LayerWeights, layerWeights } from './layer-weights.js';

/** Layers and all that they need. */
export interface LayerStack {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  /** Of the whole model, by name. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Of the names, for layers inside another. */
  readonly prefix?: string;
}

/** One layer in its place. */
export interface PlacedLayer {
  readonly layer: Layer;
  /** `<place>.<kind>`, after the name of the layer that holds it. */
  readonly name: string;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  readonly weights: LayerWeights;
}

/** What an export does with layers; `V` is what stands for a layer's output there. */
export interface LayerExport<V> {
  /** For messages: what is being written. */
  readonly target: string;
  readonly kinds: Readonly<Record<string, (input: V, placed: PlacedLayer) => V>>;
  /** input + inside(input) */
  residual(input: V, inside: (input: V) => V, placed: PlacedLayer): V;
}

/**
 * Takes layers one after the other, from what stands for their input to what stands for their output.
 *
 * @throws RangeError that names the layer where it has no counterpart.
 */
export function foldLayers<V>(stack: LayerStack, start: V, target: LayerExport<V>): V {
  const { layers, weights, prefix = '' } = stack;
  let value = start;
  let { inputShape } = stack;
  for (const [place, layer] of layers.entries()) {
    const { kind, options } = layer;
    const name = `${prefix}${place}.${kind}`;
    const outputShape = layer.outputShape(inputShape);
    const own = layerWeights(layer, place, inputShape, weights, prefix);
    const placed = { layer, name, inputShape, outputShape, weights: own };
    if (kind === 'residual') {
      const inside: LayerStack = {
        layers: layersFromJSON({ layers: options.layers as readonly LayerDescription[] }),
        inputShape,
        weights,
        prefix: `${name}.`,
      };
      value = target.residual(value, (input) => foldLayers(inside, input, target), placed);
    } else if (Object.hasOwn(target.kinds, kind)) {
      value = target.kinds[kind](value, placed);
    } else {
      const known = [...Object.keys(target.kinds), 'residual'].sort().join(', ');
      throw new RangeError(
        `layer ${place} (${name}) cannot be exported to ${target.target}; known are ${known}`,
      );
    }
    inputShape = outputShape;
  }
  return value;
}
