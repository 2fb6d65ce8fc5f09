import { axisOf, type Inferred, type NodeCall, shaped } from './node-call.js';

/** `ReduceMean` and its like: axes are left out or become 1. */
export function reduction(call: NodeCall): Inferred | undefined {
  const { shape } = call.input(0);
  const given = call.numbers(1, 'axes');
  if (given === undefined && call.has(1, 'axes')) return undefined;
  if (!given?.length && call.int('noop_with_empty_axes', 0) !== 0) return shaped(shape);
  const axes = given?.length
    ? given.map((axis) => axisOf(call, axis, shape.length))
    : shape.map((_, axis) => axis);
  return reduced(call, axes);
}

/** `ArgMax` and `ArgMin`: one axis. */
export function argReduction(call: NodeCall): Inferred {
  return reduced(call, [axisOf(call, call.int('axis', 0), call.input(0).shape.length)]);
}

function reduced(call: NodeCall, axes: readonly number[]): Inferred {
  const { shape } = call.input(0);
  if (call.int('keepdims', 1) === 0) return shaped(shape.filter((_, at) => !axes.includes(at)));
  return shaped(shape.map((extent, at) => (axes.includes(at) ? 1 : extent)));
}
