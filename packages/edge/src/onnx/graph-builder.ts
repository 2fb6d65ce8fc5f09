import type { Shape } from '@sig/heads';
import type {
  OnnxAttribute,
  OnnxConstant,
  OnnxData,
  OnnxElement,
  OnnxGraph,
  OnnxNode,
  OnnxValue,
} from './graph.js';

/** Takes the constants and nodes of a graph one after the other and names their values. */
export interface GraphBuilder {
  /** A value that the file holds; it is named after its place where no name is given. */
  constant(data: OnnxData, shape: Shape, name?: string): OnnxValue;
  /** A list of whole numbers, as `Reshape` and others take it. */
  integers(values: readonly number[]): OnnxValue;
  /** A float32 number without axes. */
  number(value: number): OnnxValue;
  /** A node whose output has this shape and, unless told otherwise, the first input's element. */
  node(
    operator: string,
    inputs: readonly OnnxValue[],
    shape: Shape,
    attributes?: Readonly<Record<string, OnnxAttribute>>,
    element?: OnnxElement,
  ): OnnxValue;
  /** The same values in the same order under another shape. */
  reshape(value: OnnxValue, shape: Shape): OnnxValue;
  /** Axes in another order. */
  transpose(value: OnnxValue, order: readonly number[]): OnnxValue;
  /** The graph of all that was added; its output gets the name. */
  finish(result: OnnxValue, name: string, metadata?: Readonly<Record<string, string>>): OnnxGraph;
}

/** Starts a graph of a name. */
export function createGraphBuilder(name: string, input: OnnxValue): GraphBuilder {
  const constants: OnnxConstant[] = [];
  const nodes: OnnxNode[] = [];
  const shared = new Map<string, OnnxValue>();

  const builder: GraphBuilder = {
    constant(data, shape, constantName = `constant${constants.length}`) {
      const made = { name: constantName, element: elementOf(data), shape, data };
      constants.push(made);
      return made;
    },
    integers: (values) =>
      once(`[${values}]`, () =>
        builder.constant(BigInt64Array.from(values, BigInt), [values.length]),
      ),
    number: (value) => once(`${value}`, () => builder.constant(Float32Array.of(value), [])),
    node(operator, inputs, shape, attributes = {}, element = inputs[0].element) {
      const output = { name: `${operator}${nodes.length}`, element, shape };
      nodes.push({ operator, inputs, output, attributes });
      return output;
    },
    reshape: (value, shape) =>
      `${value.shape}` === `${shape}`
        ? value
        : builder.node('Reshape', [value, builder.integers(shape)], shape),
    transpose: (value, order) =>
      builder.node(
        'Transpose',
        [value],
        order.map((axis) => value.shape[axis]),
        { perm: { ints: order } },
      ),
    finish(result, outputName, metadata) {
      const output = { ...result, name: outputName };
      const identity = { operator: 'Identity', inputs: [result], output, attributes: {} };
      return { name, input, output, constants, nodes: [...nodes, identity], metadata };
    },
  };

  const once = (key: string, make: () => OnnxValue): OnnxValue => {
    const found = shared.get(key) ?? make();
    shared.set(key, found);
    return found;
  };
  return builder;
}

function elementOf(data: OnnxData): OnnxElement {
  if (data instanceof Float32Array) return 'float32';
  return data instanceof Uint8Array ? 'uint8' : 'int64';
}
