import type { FeatureRecipe } from '@sig/image-paths';
import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import { addSignature } from './signature-nodes.js';

/** The features of a recipe, from pixels uint8 [1, height, width, channels] to [streams, words]. */
export function addFeatures(
  graph: GraphBuilder,
  recipe: FeatureRecipe,
  pixels: OnnxValue,
): OnnxValue {
  const { direction } = recipe;
  const [, height, width, channels] = pixels.shape;
  const numbers = graph.node('Cast', [pixels], pixels.shape, { to: { int: 1 } }, 'float32');
  const rows = graph.reshape(numbers, [height, width, channels]);
  const lines = [
    ...(direction === 'columns' ? [] : [rows]),
    ...(direction === 'rows' ? [] : [graph.transpose(rows, [1, 0, 2])]),
  ];
  const features = lines.map((points) => addLines(graph, recipe, points));
  return features.length === 1 ? features[0] : concat(graph, features, 0);
}

/** Features of lines [lines, length, channels] of pixels from 0 to 255. */
function addLines(graph: GraphBuilder, recipe: FeatureRecipe, points: OnnxValue): OnnxValue {
  const { transform, depth } = recipe;
  switch (transform) {
    case 'pixels': {
      const [lines, length, channels] = points.shape;
      return unit(graph, graph.reshape(points, [lines, length * channels]));
    }
    case 'signature':
      return addSignature(graph, addIncrements(graph, recipe, points), depth);
    default:
      throw new RangeError(
        `the transform ${transform} cannot be exported to ONNX, only signature and pixels can`,
      );
  }
}

/** From one point to the next: [lines, steps, channels and time], in units of 255. */
function addIncrements(
  graph: GraphBuilder,
  { time, basepoint }: FeatureRecipe,
  points: OnnxValue,
): OnnxValue {
  const [lines, length, channels] = points.shape;
  const slice = (from: number, to: number): OnnxValue =>
    graph.node(
      'Slice',
      [points, ...[[from], [to], [1]].map((place) => graph.integers(place))],
      [lines, to - from, channels],
    );
  const parts: OnnxValue[] = [];
  if (basepoint) parts.push(slice(0, 1));
  // A path of one point goes nowhere: one step of zeros.
  else if (length === 1) parts.push(subtract(graph, points, points));
  if (length > 1) parts.push(subtract(graph, slice(1, length), slice(0, length - 1)));
  const steps = unit(graph, parts.length === 1 ? parts[0] : concat(graph, parts, 1));
  if (!time) return steps;
  const count = steps.shape[1];
  const clock = new Float32Array(lines * count);
  if (length > 1) clock.fill(1 / (length - 1));
  // To the first point from the origin no time passes.
  if (basepoint) for (let line = 0; line < lines; line++) clock[line * count] = 0;
  return concat(graph, [steps, graph.constant(clock, [lines, count, 1])], 2);
}

function unit(graph: GraphBuilder, value: OnnxValue): OnnxValue {
  return graph.node('Mul', [value, graph.number(1 / 255)], value.shape);
}

function subtract(graph: GraphBuilder, a: OnnxValue, b: OnnxValue): OnnxValue {
  return graph.node('Sub', [a, b], a.shape);
}

function concat(graph: GraphBuilder, values: readonly OnnxValue[], axis: number): OnnxValue {
  const shape = values[0].shape.map((extent, at) =>
    at === axis ? values.reduce((sum, value) => sum + value.shape[axis], 0) : extent,
  );
  return graph.node('Concat', values, shape, { axis: { int: axis } });
}
