import type { Shape } from '@sig/heads';

/** An extent that a file leaves open has a name or none. */
export type Extent = number | string | undefined;

/** What a file says of a value of its graph. */
export interface DeclaredValue {
  readonly name: string;
  /** Missing where the file says nothing of axes. */
  readonly extents?: readonly Extent[];
}

/** Numbers that a file holds; those of weights are not decoded. */
export interface FileTensor {
  readonly name: string;
  /** `TensorProto.DataType`. */
  readonly type: number;
  readonly shape: Shape;
  /** The numbers, where they are few and of a type that describes shapes. */
  readonly values?: readonly number[];
}

export interface FileAttribute {
  readonly int?: number;
  readonly float?: number;
  readonly ints?: readonly number[];
  readonly floats?: readonly number[];
  readonly text?: string;
  readonly tensor?: FileTensor;
}

export interface FileNode {
  readonly operator: string;
  /** Of the operator; empty for the standard. */
  readonly domain: string;
  readonly name: string;
  /** Empty where an optional input is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, FileAttribute>;
}

/** What of an ONNX file its cost depends on. */
export interface OnnxFile {
  readonly inputs: readonly DeclaredValue[];
  readonly initializers: readonly FileTensor[];
  readonly nodes: readonly FileNode[];
  /** Outputs and what is between, as far as the file says. */
  readonly declared: readonly DeclaredValue[];
}
