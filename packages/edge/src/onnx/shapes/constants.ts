import { sizeOf } from '@sig/heads';
import { FLOAT, INT64, isFloat } from '../reading/element-types.js';
import type { FileTensor } from '../reading/onnx-file.js';
import { MOST_VALUES } from '../reading/read-tensor.js';
import { axisOf, type KnownValue, type NodeCall, type ShapeRule } from './node-call.js';

/** A tensor of the file as a value of the graph. */
export function constantValue(constant: FileTensor): KnownValue {
  const { shape, values, type } = constant;
  return { shape, constant, whole: !isFloat(type), values: shape.length < 2 ? values : undefined };
}

/** Operators whose numbers are known before the graph runs. */
export const constantRules: Readonly<Record<string, ShapeRule>> = {
  Constant(call) {
    const made = constantTensor(call);
    return made && { outputs: [constantValue(made)] };
  },
  Range(call) {
    const [start, limit, step] = [0, 1, 2].map((at) => call.input(at).values?.[0]);
    if (start === undefined || limit === undefined || !step) return undefined;
    const count = Math.max(0, Math.ceil((limit - start) / step));
    const few = count <= MOST_VALUES;
    const values = few ? Array.from({ length: count }, (_, at) => start + at * step) : undefined;
    return { outputs: [{ shape: [count], values, whole: call.input(0).whole }] };
  },
  Shape(call) {
    const { shape } = call.input(0);
    const values = shape.slice(call.int('start', 0), call.int('end', shape.length));
    return { outputs: [{ shape: [values.length], values, whole: true }] };
  },
  Size: (call) => ({
    outputs: [{ shape: [], values: [sizeOf(call.input(0).shape)], whole: true }],
  }),
  OneHot(call) {
    const { shape } = call.input(0);
    const depth = call.input(1).values?.[0];
    if (depth === undefined) return undefined;
    const axis = axisOf(call, call.int('axis', -1), shape.length + 1);
    return { outputs: [{ shape: [...shape.slice(0, axis), depth, ...shape.slice(axis)] }] };
  },
};

/** What a `Constant` node holds. */
export function constantTensor({ node }: Pick<NodeCall, 'node'>): FileTensor | undefined {
  const { attributes, outputs } = node;
  const name = outputs[0] ?? '';
  const tensor = attributes.get('value')?.tensor;
  if (tensor) return { ...tensor, name };
  const list = (key: string, type: number, values?: readonly number[]) =>
    attributes.has(key) && values ? { name, type, shape: [values.length], values } : undefined;
  const one = (key: string, type: number, value?: number) =>
    attributes.has(key) && value !== undefined
      ? { name, type, shape: [], values: [value] }
      : undefined;
  return (
    one('value_int', INT64, attributes.get('value_int')?.int) ??
    one('value_float', FLOAT, attributes.get('value_float')?.float) ??
    list('value_ints', INT64, attributes.get('value_ints')?.ints) ??
    list('value_floats', FLOAT, attributes.get('value_floats')?.floats)
  );
}
