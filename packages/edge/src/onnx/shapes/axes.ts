import { type Shape, sizeOf } from '@sig/heads';
import { MOST_VALUES } from '../reading/read-tensor.js';
import {
  axisOf,
  type Inferred,
  type KnownValue,
  type NodeCall,
  type ShapeRule,
  shaped,
} from './node-call.js';

/** Operators that put the numbers of a value, in their order, under other axes. */
export const axisRules: Readonly<Record<string, ShapeRule>> = {
  Concat: concat,
  Flatten(call) {
    const value = call.input(0);
    const axes = value.shape.length;
    const axis = call.int('axis', 1);
    const before = axis === axes ? axes : axes === 0 ? 0 : axisOf(call, axis, axes);
    const parts = [value.shape.slice(0, before), value.shape.slice(before)];
    return under(value, parts.map(sizeOf));
  },
  Reshape(call) {
    const value = call.input(0);
    const wanted = call.numbers(1, 'shape');
    return wanted && under(value, reshaped(call, value.shape, wanted));
  },
  Squeeze(call) {
    const value = call.input(0);
    const { shape } = value;
    const given = call.numbers(1, 'axes');
    if (given === undefined && call.has(1, 'axes')) return undefined;
    const axes = given?.map((axis) => axisOf(call, axis, shape.length));
    const kept = shape.filter((extent, axis) => (axes ? !axes.includes(axis) : extent !== 1));
    if (sizeOf(kept) !== sizeOf(shape)) throw call.mismatch(`cannot leave out axes of [${shape}]`);
    return under(value, kept);
  },
  Transpose(call) {
    const { shape } = call.input(0);
    const order = call.ints('perm') ?? shape.map((_, axis) => shape.length - 1 - axis);
    const sorted = [...order].sort((a, b) => a - b);
    if (order.length !== shape.length || sorted.some((axis, at) => axis !== at)) {
      throw call.mismatch(`needs an order of ${shape.length} axes, got [${order.slice(0, 16)}]`);
    }
    return shaped(order.map((axis) => shape[axis]));
  },
  Unsqueeze(call) {
    const value = call.input(0);
    const given = call.numbers(1, 'axes');
    if (given === undefined) return undefined;
    const count = value.shape.length + given.length;
    const axes = given.map((axis) => axisOf(call, axis, count));
    if (new Set(axes).size < axes.length) throw call.mismatch('adds one axis twice');
    const rest = [...value.shape];
    const shape = Array.from({ length: count }, (_, axis) =>
      axes.includes(axis) ? 1 : (rest.shift() ?? 1),
    );
    return under(value, shape);
  },
};

function concat(call: NodeCall): Inferred {
  const parts = call.node.inputs.map((_, at) => call.input(at));
  const { shape } = call.input(0);
  const axis = axisOf(call, call.int('axis', 1), shape.length);
  let extent = 0;
  for (const part of parts) {
    const fits = part.shape.length === shape.length;
    if (!fits || shape.some((own, at) => at !== axis && own !== part.shape[at])) {
      throw call.mismatch(`cannot join [${shape}] and [${part.shape}] along axis ${axis}`);
    }
    extent += part.shape[axis];
  }
  const output = shape.map((own, at) => (at === axis ? extent : own));
  const known = parts.every(({ values }) => values) && extent <= MOST_VALUES && shape.length === 1;
  if (!known) return shaped(output);
  const values = parts.flatMap((part) => part.values ?? []);
  return {
    outputs: [{ shape: output, values, whole: parts.every(({ whole }) => whole === true) }],
  };
}

/** The extents that `Reshape` means: 0 keeps an extent, -1 takes what is left. */
function reshaped(call: NodeCall, shape: Shape, wanted: readonly number[]): Shape {
  const keeps = call.int('allowzero', 0) === 0;
  const extents = wanted.map((extent, axis) => (extent === 0 && keeps ? shape[axis] : extent));
  const size = sizeOf(shape);
  const others = sizeOf(extents.filter((extent) => extent !== -1));
  const result = extents.map((extent) => (extent === -1 && others > 0 ? size / others : extent));
  if (
    sizeOf(result) === size &&
    result.every((extent) => Number.isInteger(extent) && extent >= 0)
  ) {
    return result;
  }
  throw call.mismatch(`cannot bring [${shape}] to [${wanted.slice(0, 16)}]`);
}

/** The value under another shape. */
function under({ values, whole }: KnownValue, shape: Shape): Inferred {
  return { outputs: [shape.length < 2 ? { shape, values, whole } : { shape }] };
}
