import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';

/** What is added to paths before their signature. */
export interface PathOptions {
  readonly time: boolean;
  readonly basepoint: boolean;
  /** The points are bytes, of which 255 are one (true). */
  readonly bytes?: boolean;
}

/**
 * From one point to the next, of bytes in units of 255: of paths [paths, length, channels] of pixels as
 * [paths, steps, channels and time].
 */
export function addIncrements(
  graph: GraphBuilder,
  points: OnnxValue,
  { time, basepoint, bytes = true }: PathOptions,
): OnnxValue {
  const [paths, length, channels] = points.shape;
  const slice = (from: number, to: number): OnnxValue =>
    graph.node(
      'Slice',
      [points, ...[[from], [to], [1]].map((place) => graph.integers(place))],
      [paths, to - from, channels],
    );
  const parts: OnnxValue[] = [];
  if (basepoint) parts.push(slice(0, 1));
  // A path of one point goes nowhere: one step of zeros.
  else if (length === 1) parts.push(graph.node('Sub', [points, points], points.shape));
  if (length > 1) {
    const [later, earlier] = [slice(1, length), slice(0, length - 1)];
    parts.push(graph.node('Sub', [later, earlier], later.shape));
  }
  const joined = concat(graph, parts, 1);
  const steps = bytes ? addUnit(graph, joined) : joined;
  return time ? concat(graph, [steps, addClock(graph, steps, length, basepoint)], 2) : steps;
}

/** The steps of time of each path, [paths, steps, 1]. */
function addClock(
  graph: GraphBuilder,
  { shape: [paths, steps] }: OnnxValue,
  length: number,
  basepoint: boolean,
): OnnxValue {
  const clock = new Float32Array(steps);
  if (length > 1) clock.fill(1 / (length - 1));
  // To the first point from the origin no time passes.
  if (basepoint) clock[0] = 0;
  const shape = [paths, steps, 1];
  return graph.node('Expand', [graph.constant(clock, [1, steps, 1]), graph.integers(shape)], shape);
}

/** Bytes as numbers from 0 to 1. */
export function addUnit(graph: GraphBuilder, value: OnnxValue): OnnxValue {
  return graph.node('Mul', [value, graph.number(1 / 255)], value.shape);
}

export function concat(graph: GraphBuilder, values: readonly OnnxValue[], axis: number): OnnxValue {
  if (values.length === 1) return values[0];
  const shape = values[0].shape.map((extent, at) =>
    at === axis ? values.reduce((sum, value) => sum + value.shape[axis], 0) : extent,
  );
  return graph.node('Concat', values, shape, { axis: { int: axis } });
}
