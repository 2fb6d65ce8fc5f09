import { layersFromJSON, sizeOf } from '@sig/heads';
import { checkModel } from '../../model/check-model.js';
import type { ClassifierModel } from '../../model/model.js';
import { encodeOnnx } from '../../onnx/encode-onnx.js';
import type { OnnxValue } from '../../onnx/graph.js';
import { createGraphBuilder, type GraphBuilder } from '../../onnx/graph-builder.js';
import { type Activation, batchOf, channelsLast } from './activation.js';
import { addLayers } from './add-layers.js';
import { addFeatures } from './feature-nodes.js';

/**
 * A model as one ONNX graph of standard operators, from `pixels`, uint8 [1, height, width, channels]
 * at the recipe's size, to `probabilities`, float32 [1, classes]. Signatures, standardisation and
 * softmax are part of it; resizing is not. The labels are in the file's metadata, as JSON.
 *
 * @throws TypeError or RangeError when the model's parts do not fit together, or when a layer or the
 * transform has no counterpart; the message names it.
 *
 * @example
 * writeFileSync('model.onnx', exportOnnx(decodeModel(bytes)));
 */
export function exportOnnx(model: ClassifierModel): Uint8Array {
  checkModel(model);
  const { recipe, architecture, weights, labels } = model;
  const shape = [1, recipe.height, recipe.width, recipe.channels === 'rgb' ? 3 : 1];
  const pixels: OnnxValue = { name: 'pixels', element: 'uint8', shape };
  const graph = createGraphBuilder('classifier', pixels);
  const features = addFeatures(graph, recipe, pixels);
  const { inputShape } = architecture;
  const value = graph.reshape(standardise(graph, model, features), batchOf(inputShape));
  const start: Activation = { value, layout: 'channels-last' };
  const layers = layersFromJSON(architecture);
  const logits = channelsLast(graph, addLayers(graph, start, { layers, inputShape, weights }));
  const softmax = graph.node('Softmax', [logits], logits.shape, { axis: { int: -1 } });
  const metadata = { labels: JSON.stringify(labels), recipe: JSON.stringify(recipe) };
  return encodeOnnx(graph.finish(softmax, 'probabilities', metadata));
}

/** (x − mean) · scale for each column or channel, where the model has them. */
function standardise(
  graph: GraphBuilder,
  { standardisation }: ClassifierModel,
  value: OnnxValue,
): OnnxValue {
  if (standardisation === undefined) return value;
  const { mean, scale } = standardisation;
  const row = (data: Float32Array, name: string): OnnxValue =>
    graph.constant(data, [data.length], `standardisation.${name}`);
  const columns = mean.length;
  const rows = graph.reshape(value, [sizeOf(value.shape) / columns, columns]);
  const centred = graph.node('Sub', [rows, row(mean, 'mean')], rows.shape);
  return graph.reshape(graph.node('Mul', [centred, row(scale, 'scale')], rows.shape), value.shape);
}
