import type { Shape } from '@sig/heads';
import type { ModelFileError } from '../../model-file-error.js';
import { invalidOnnx, quoted } from '../reading/onnx-error.js';
import type { FileNode, FileTensor } from '../reading/onnx-file.js';

/** What is known of a value before the graph runs. */
export interface KnownValue {
  readonly shape: Shape;
  /** The numbers of a short list or of one without axes, where shapes may be made of them. */
  readonly values?: readonly number[];
  /** Whether they are whole numbers, which are divided as such. */
  readonly whole?: boolean;
  /** What of the file it is, where it is a constant. */
  readonly constant?: FileTensor;
}

/** What comes out of a node, and what it multiplies. */
export interface Inferred {
  readonly outputs: readonly KnownValue[];
  /** Multiply-adds (0). */
  readonly macs?: number;
}

/** The outputs of an operator; undefined where their shapes depend on what is not known. */
export type ShapeRule = (call: NodeCall) => Inferred | undefined;

/** A node with what is known of its inputs. */
export interface NodeCall {
  readonly node: FileNode;
  /** Undefined where an optional input is left out. */
  readonly inputs: readonly (KnownValue | undefined)[];
  /** An input that must be there. */
  input(at: number): KnownValue;
  /** The numbers of an input, or of the attribute that held them in older operator sets. */
  numbers(at: number, attribute: string): readonly number[] | undefined;
  /** Whether that input or attribute is given at all. */
  has(at: number, attribute: string): boolean;
  int(name: string, otherwise: number): number;
  ints(name: string): readonly number[] | undefined;
  /** A list of so many whole numbers from a least one, or the same number for each. */
  list(name: string, count: number, otherwise: number, least: number): readonly number[];
  text(name: string, otherwise: string): string;
  /** The error for inputs that do not go together. */
  mismatch(what: string): ModelFileError;
}

export function createNodeCall(
  node: FileNode,
  inputs: readonly (KnownValue | undefined)[],
): NodeCall {
  const { attributes } = node;
  const mismatch = (what: string): ModelFileError => invalidOnnx(`${nodeName(node)} ${what}`);
  const ints = (name: string): readonly number[] | undefined => {
    const found = attributes.get(name)?.ints;
    return found?.length ? found : undefined;
  };
  return {
    node,
    inputs,
    input(at) {
      const value = inputs[at];
      if (value === undefined) throw mismatch(`has no input ${at}`);
      return value;
    },
    numbers: (at, attribute) => inputs[at]?.values ?? ints(attribute),
    has: (at, attribute) => inputs[at] !== undefined || ints(attribute) !== undefined,
    int: (name, otherwise) => attributes.get(name)?.int ?? otherwise,
    ints,
    list(name, count, otherwise, least) {
      const found = ints(name) ?? Array<number>(count).fill(otherwise);
      if (found.length === count && found.every((one) => Number.isSafeInteger(one) && one >= least))
        return found;
      throw mismatch(
        `needs ${count} whole numbers from ${least} as ${name}, got [${found.slice(0, 16)}]`,
      );
    },
    text: (name, otherwise) => attributes.get(name)?.text ?? otherwise,
    mismatch,
  };
}

/** A node as a message names it: Conv "layer1.0". */
export function nodeName({ operator, name, outputs }: FileNode): string {
  const shown = name || outputs[0] || '';
  return `${/^\w{1,60}$/.test(operator) ? operator : quoted(operator)} ${quoted(shown)}`;
}

/** One output of a shape. */
export function shaped(shape: Shape): Inferred {
  return { outputs: [{ shape }] };
}

/** An axis counted from the end where it is negative. */
export function axisOf(call: NodeCall, axis: number, axes: number): number {
  const place = axis < 0 ? axis + axes : axis;
  if (Number.isInteger(place) && place >= 0 && place < axes) return place;
  throw call.mismatch(`needs an axis of ${axes}, got ${axis}`);
}
