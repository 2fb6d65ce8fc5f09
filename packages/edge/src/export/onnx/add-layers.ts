import type { GraphBuilder } from '../../onnx/graph-builder.js';
import { foldLayers, type LayerStack } from '../fold-layers.js';
import { type Activation, channelsLast } from './activation.js';
import { layerNodes } from './layer-nodes.js';

/**
 * Adds the nodes of layers one after the other.
 *
 * @throws RangeError that names the layer where it has no counterpart.
 */
export function addLayers(graph: GraphBuilder, start: Activation, stack: LayerStack): Activation {
  return foldLayers(stack, start, {
    target: 'ONNX',
    kinds: Object.fromEntries(
      Object.entries(layerNodes).map(([kind, add]) => [
        kind,
        (input: Activation, placed) => add({ graph, input, ...placed }),
      ]),
    ),
    residual(input, inside) {
      const [a, b] = [input, inside(input)].map((one) => channelsLast(graph, one));
      return { value: graph.node('Add', [a, b], a.shape), layout: 'channels-last' };
    },
  });
}
