import type { Shape } from '@sig/heads';
import type { OnnxValue } from '../../onnx/graph.js';
import type { GraphBuilder } from '../../onnx/graph-builder.js';

/** What a layer puts out: its axes are [1, …, channels] as here, or [1, channels, …] as ONNX likes. */
export interface Activation {
  readonly value: OnnxValue;
  readonly layout: 'channels-last' | 'channels-first';
}

/** The value as [1, channels, …]. */
export function channelsFirst(graph: GraphBuilder, { value, layout }: Activation): OnnxValue {
  const axes = value.shape.map((_, axis) => axis);
  if (layout === 'channels-first' || axes.length < 3) return value;
  return graph.transpose(value, [0, axes.length - 1, ...axes.slice(1, -1)]);
}

/** The value as [1, …, channels]. */
export function channelsLast(graph: GraphBuilder, { value, layout }: Activation): OnnxValue {
  const axes = value.shape.map((_, axis) => axis);
  if (layout === 'channels-last' || axes.length < 3) return value;
  return graph.transpose(value, [0, ...axes.slice(2), 1]);
}

/** [1, …, channels] for the shape of one sample. */
export function batchOf(shape: Shape): Shape {
  return [1, ...shape];
}
