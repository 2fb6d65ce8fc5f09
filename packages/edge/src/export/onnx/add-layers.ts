import { type Layer, type LayerDescription, layersFromJSON, type Shape } from '@sig/heads';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import { layerWeights } from '../layer-weights.js';
import { type Activation, channelsLast } from './activation.js';
import { layerNodes } from './layer-nodes.js';

/** Layers and all that they need. */
export interface LayerStack {
  readonly layers: readonly Layer[];
  readonly inputShape: Shape;
  /** Of the whole model, by name. */
  readonly weights: Readonly<Record<string, Float32Array>>;
  /** Of the names, for layers inside another. */
  readonly prefix?: string;
}

/**
 * Adds the nodes of layers one after the other.
 *
 * @throws RangeError that names the layer where it has no counterpart.
 */
export function addLayers(
  graph: GraphBuilder,
  start: Activation,
  { layers, inputShape: startShape, weights, prefix = '' }: LayerStack,
): Activation {
  let input = start;
  let inputShape = startShape;
  for (const [place, layer] of layers.entries()) {
    const outputShape = layer.outputShape(inputShape);
    if (layer.kind === 'residual') {
      const inside = addLayers(graph, input, {
        layers: layersFromJSON({ layers: layer.options.layers as readonly LayerDescription[] }),
        inputShape,
        weights,
        prefix: `${prefix}${place}.residual.`,
      });
      const [a, b] = [input, inside].map((one) => channelsLast(graph, one));
      input = { value: graph.node('Add', [a, b], a.shape), layout: 'channels-last' };
    } else if (Object.hasOwn(layerNodes, layer.kind)) {
      const own = layerWeights(layer, place, inputShape, weights, prefix);
      input = layerNodes[layer.kind]({
        graph,
        layer,
        input,
        inputShape,
        outputShape,
        weights: own,
      });
    } else {
      throw new RangeError(
        `layer ${prefix}${place} (${layer.kind}) cannot be exported to ONNX; known are ${[...Object.keys(layerNodes), 'residual'].sort().join(', ')}`,
      );
    }
    inputShape = outputShape;
  }
  return input;
}
