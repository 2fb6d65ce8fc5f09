import { sizeOf } from '@sig/heads';
import { isFloat } from '../reading/element-types.js';
import { MOST_VALUES } from '../reading/read-tensor.js';
import { broadcast } from './broadcast.js';
import {
  type Inferred,
  type KnownValue,
  type NodeCall,
  type ShapeRule,
  shaped,
} from './node-call.js';

/** Operators that leave the shape of their first input. */
export function sameShape(call: NodeCall): Inferred {
  const output = { shape: call.input(0).shape };
  return { outputs: [output, output] };
}

/** The same value under another name. */
export function identity(call: NodeCall): Inferred {
  return { outputs: [call.input(0)] };
}

/** Other numbers of the same value. */
export function cast(call: NodeCall): Inferred {
  const { shape, values } = call.input(0);
  const whole = !isFloat(call.int('to', 0));
  return { outputs: [{ shape, whole, values: whole ? values?.map(Math.trunc) : values }] };
}

/** Operators of one number after the other; of short lists the results are kept. */
export function elementwise(
  compute?: (numbers: readonly number[], whole: boolean) => number,
): ShapeRule {
  return (call) => {
    const inputs = call.node.inputs.map((_, at) => call.input(at));
    // Before operator set 7 the second input was laid along an axis of the first.
    if (call.int('broadcast', 0) !== 0) return shaped(call.input(0).shape);
    const shape = broadcast(inputs.map((value) => value.shape));
    if (shape === undefined) {
      const shapes = inputs.map((value) => `[${value.shape}]`).join(' and ');
      throw call.mismatch(`cannot put ${shapes} together`);
    }
    const whole = inputs.every((value) => value.whole === true);
    const size = sizeOf(shape);
    const values = compute && shape.length < 2 && size <= MOST_VALUES && allValues(inputs);
    if (!values) return shaped(shape);
    const numberAt = (list: readonly number[], at: number) => list[list.length === 1 ? 0 : at];
    return {
      outputs: [
        {
          shape,
          whole,
          values: Array.from({ length: size }, (_, at) =>
            compute(
              values.map((list) => numberAt(list, at)),
              whole,
            ),
          ),
        },
      ],
    };
  };
}

/** What arithmetic on shapes is made of. */
export const arithmetic: Readonly<Record<string, ShapeRule>> = {
  Add: elementwise(([a, b]) => a + b),
  Sub: elementwise(([a, b]) => a - b),
  Mul: elementwise(([a, b]) => a * b),
  Div: elementwise(([a, b], whole) => (whole ? Math.trunc(a / b) : a / b)),
  Max: elementwise((numbers) => Math.max(...numbers)),
  Min: elementwise((numbers) => Math.min(...numbers)),
  Equal: elementwise(([a, b]) => Number(a === b)),
  Where: elementwise(([which, a, b]) => (which ? a : b)),
  Ceil: elementwise(([a]) => Math.ceil(a)),
  Floor: elementwise(([a]) => Math.floor(a)),
};

function allValues(inputs: readonly KnownValue[]): (readonly number[])[] | undefined {
  const all = inputs.flatMap(({ values }) => (values ? [values] : []));
  return all.length === inputs.length ? all : undefined;
}
