import type { Shape } from '@sig/heads';

/** The arrays that a tensor may hold; each has one ONNX element type. */
export type OnnxData = Float32Array | Uint8Array | BigInt64Array;
export type OnnxElement = 'float32' | 'uint8' | 'int64';

/** A named value of a graph: its input, a constant or what a node puts out. */
export interface OnnxValue {
  readonly name: string;
  readonly element: OnnxElement;
  readonly shape: Shape;
}

/** A value that the file holds, such as weights. */
export interface OnnxConstant extends OnnxValue {
  readonly data: OnnxData;
}

/** ONNX tells whole numbers from others, JavaScript does not. */
export type OnnxAttribute =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly float: number };

/** One operator; all those used here have one output. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly OnnxValue[];
  readonly output: OnnxValue;
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** A whole graph as plain data, from one input to one output, its nodes in the order of their work. */
export interface OnnxGraph {
  readonly name: string;
  readonly input: OnnxValue;
  readonly output: OnnxValue;
  readonly constants: readonly OnnxConstant[];
  readonly nodes: readonly OnnxNode[];
  /** Free text kept in the file. */
  readonly metadata?: Readonly<Record<string, string>>;
}
