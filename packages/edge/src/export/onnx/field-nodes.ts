import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';
import { addIncrements, addUnit, concat } from './path-nodes.js';
import { addSignature } from './signature-nodes.js';

/** The windows of a field, and what it tells of each. */
export interface FieldNodes {
  readonly window: number;
  readonly stride: number;
  readonly depth: number;
  readonly time: boolean;
  readonly direction: 'rows' | 'columns' | 'both';
  readonly moments: boolean;
  /** The values are bytes, of which 255 are one (true). */
  readonly bytes?: boolean;
  /** Added to a variance (0). */
  readonly varianceFloor?: number;
}

/**
 * A local signature field: of each window the mean over its rows of their segments' signatures, the
 * same over its columns, and mean and deviation of each channel; from pixels [height, width, channels]
 * to [windows down, windows across, words].
 */
export function addField(graph: GraphBuilder, recipe: FieldNodes, pixels: OnnxValue): OnnxValue {
  const { direction, moments } = recipe;
  const parts: OnnxValue[] = [];
  if (direction !== 'columns') parts.push(addSegments(graph, recipe, pixels));
  if (direction !== 'rows') {
    const turned = addSegments(graph, recipe, graph.transpose(pixels, [1, 0, 2]));
    parts.push(graph.transpose(turned, [1, 0, 2]));
  }
  if (moments) parts.push(...addMoments(graph, recipe, pixels));
  return concat(graph, parts, 2);
}

/** Of lines [lines, length, channels] the mean signatures of segments [bands, starts, words]. */
function addSegments(graph: GraphBuilder, recipe: FieldNodes, points: OnnxValue): OnnxValue {
  const { window, depth, time, bytes } = recipe;
  const segments = addWindows(graph, recipe, points, 1);
  const [lines, starts, , channels] = segments.shape;
  const paths = graph.reshape(segments, [lines * starts, window, channels]);
  const increments = addIncrements(graph, paths, { time, basepoint: false, bytes });
  const signatures = addSignature(graph, increments, depth);
  const words = signatures.shape[1];
  const bands = addWindows(graph, recipe, graph.reshape(signatures, [lines, starts, words]), 0);
  return addMean(graph, bands, [1], [bands.shape[0], starts, words]);
}

/** The mean of each channel, then the deviation, each [windows down, windows across, channels]. */
function addMoments(graph: GraphBuilder, recipe: FieldNodes, pixels: OnnxValue): OnnxValue[] {
  const bands = addWindows(graph, recipe, pixels, 0);
  const windows = addWindows(graph, recipe, bands, 2);
  const [down, , across, , channels] = windows.shape;
  const shape = [down, across, channels];
  const mean = addMean(graph, windows, [1, 3], shape);
  // Squares of what is left lose no digits where a window has nearly one colour.
  const centre = graph.reshape(mean, [down, 1, across, 1, channels]);
  const rest = graph.node('Sub', [windows, centre], windows.shape);
  const squares = graph.node('Mul', [rest, rest], windows.shape);
  const { varianceFloor = 0, bytes = true } = recipe;
  const spread = addMean(graph, squares, [1, 3], shape);
  const variance =
    varianceFloor === 0 ? spread : graph.node('Add', [spread, graph.number(varianceFloor)], shape);
  const values = [mean, graph.node('Sqrt', [variance], shape)];
  return bytes ? values.map((value) => addUnit(graph, value)) : values;
}

/** Windows along an axis: [windows, pixels of a window] in its place. */
function addWindows(
  graph: GraphBuilder,
  { window, stride }: FieldNodes,
  value: OnnxValue,
  axis: number,
): OnnxValue {
  const count = Math.floor((value.shape[axis] - window) / stride) + 1;
  const places = Array.from({ length: count * window }, (_, at) =>
    BigInt(Math.floor(at / window) * stride + (at % window)),
  );
  const indices = graph.constant(BigInt64Array.from(places), [count, window]);
  const shape = [...value.shape.slice(0, axis), count, window, ...value.shape.slice(axis + 1)];
  return graph.node('Gather', [value, indices], shape, { axis: { int: axis } });
}

function addMean(
  graph: GraphBuilder,
  value: OnnxValue,
  axes: readonly number[],
  shape: readonly number[],
): OnnxValue {
  return graph.node('ReduceMean', [value], shape, { axes: { ints: axes }, keepdims: { int: 0 } });
}
