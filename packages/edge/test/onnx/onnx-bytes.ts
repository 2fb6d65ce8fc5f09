import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Numbers of an attribute; `{ float }` and a tensor tell what arrays and numbers cannot. */
type Attribute =
  | number
  | string
  | readonly number[]
  | { readonly float: number }
  | { readonly tensor: Constant };

interface Constant {
  readonly shape: readonly number[];
  /** float32, uint8, int8, int32 or int64 (float32, or int64 where there is data). */
  readonly type?: 1 | 2 | 3 | 6 | 7;
  /** Whole numbers (zeros). */
  readonly data?: readonly number[];
}

/** Extents of an input: numbers, names of open ones, or nothing. */
type Extents = readonly (number | string | undefined)[];

export interface FileNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs?: readonly string[];
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly domain?: string;
}

export interface FileParts {
  readonly inputs?: Readonly<Record<string, Extents>>;
  readonly constants?: Readonly<Record<string, Constant>>;
  /** Where outputs are not named the only one is `y`. */
  readonly nodes: readonly FileNode[];
  /** Shapes of values between. */
  readonly declared?: Readonly<Record<string, Extents>>;
  readonly output?: string;
  readonly outputType?: number;
  readonly operatorSet?: number;
}

/** ONNX files that the writer of this package does not write: open extents, texts, other operators. */
export function onnxBytes(parts: FileParts): Uint8Array {
  const { inputs = { x: [1, 3, 8, 8] }, constants = {}, nodes, declared = {} } = parts;
  const { output = 'y', outputType = 1, operatorSet = 17 } = parts;
  const w = new BinaryWriter();
  const integer = (field: number, value: number) => w.tag(field, WireType.Varint).int64(value);
  const text = (field: number, value: string) =>
    w.tag(field, WireType.LengthDelimited).string(value);
  const message = (field: number, write: () => void): void => {
    w.tag(field, WireType.LengthDelimited).fork();
    write();
    w.join();
  };
  const value = (name: string, extents: Extents | undefined, type: number): void => {
    text(1, name);
    message(2, () =>
      message(1, () => {
        integer(1, type);
        if (extents === undefined) return;
        message(2, () => {
          for (const extent of extents) {
            message(1, () => {
              if (typeof extent === 'number') integer(1, extent);
              else if (extent) text(2, extent);
            });
          }
        });
      }),
    );
  };
  const tensor = (name: string, { shape, data, type = data ? 7 : 1 }: Constant): void => {
    const count = shape.reduce((product, extent) => product * extent, 1);
    const numbers = data ?? Array<number>(count).fill(0);
    for (const extent of shape) integer(1, extent);
    integer(2, type);
    text(8, name);
    w.tag(9, WireType.LengthDelimited).bytes(rawBytes(type, numbers));
  };
  const attribute = (name: string, given: Attribute): void => {
    text(1, name);
    if (typeof given === 'number') {
      integer(3, given);
      integer(20, 2);
    } else if (typeof given === 'string') {
      text(4, given);
      integer(20, 3);
    } else if ('float' in given) {
      w.tag(2, WireType.Bit32).float(given.float);
      integer(20, 1);
    } else if ('tensor' in given) {
      message(5, () => tensor('', given.tensor));
      integer(20, 4);
    } else {
      for (const one of given) integer(8, one);
      integer(20, 7);
    }
  };

  integer(1, 8);
  message(7, () => {
    for (const node of nodes) {
      message(1, () => {
        for (const name of node.inputs) text(1, name);
        for (const name of node.outputs ?? ['y']) text(2, name);
        text(4, node.operator);
        for (const [name, given] of Object.entries(node.attributes ?? {})) {
          message(5, () => attribute(name, given));
        }
        if (node.domain) text(7, node.domain);
      });
    }
    text(2, 'graph');
    for (const [name, constant] of Object.entries(constants))
      message(5, () => tensor(name, constant));
    for (const [name, extents] of Object.entries(inputs))
      message(11, () => value(name, extents, 1));
    message(12, () => value(output, undefined, outputType));
    for (const [name, extents] of Object.entries(declared))
      message(13, () => value(name, extents, 1));
  });
  message(8, () => integer(2, operatorSet));
  message(8, () => {
    text(1, 'com.microsoft');
    integer(2, 1);
  });
  return w.finish();
}

function rawBytes(type: number, numbers: readonly number[]): Uint8Array {
  const arrays: Record<number, () => ArrayBufferView> = {
    1: () => Float32Array.from(numbers),
    2: () => Uint8Array.from(numbers),
    3: () => Int8Array.from(numbers),
    6: () => Int32Array.from(numbers),
    7: () => BigInt64Array.from(numbers, BigInt),
  };
  const { buffer, byteLength } = arrays[type]();
  return new Uint8Array(buffer, 0, byteLength);
}
