import type { Shape } from '@sig/heads';
import { axisOf, type Inferred, type NodeCall, type ShapeRule, shaped } from './node-call.js';

/** Operators that take parts of a value. */
export const partRules: Readonly<Record<string, ShapeRule>> = {
  Gather(call) {
    const [data, places] = [call.input(0), call.input(1)];
    const axis = axisOf(call, call.int('axis', 0), data.shape.length);
    const shape = [...data.shape.slice(0, axis), ...places.shape, ...data.shape.slice(axis + 1)];
    const { values } = data;
    if (!values || !places.values || data.shape.length !== 1 || shape.length > 1) {
      return shaped(shape);
    }
    const taken = places.values.map((place) => values[axisOf(call, place, values.length)]);
    return { outputs: [{ shape, values: taken, whole: data.whole }] };
  },
  GatherElements: (call) => shaped(call.input(1).shape),
  Slice: slice,
  Split(call) {
    const { shape } = call.input(0);
    const axis = axisOf(call, call.int('axis', 0), shape.length);
    const count = call.node.outputs.length;
    const given = call.numbers(1, 'split');
    if (given === undefined && call.has(1, 'split')) return undefined;
    // Equal parts, the last of which may be smaller.
    const part = Math.ceil(shape[axis] / count);
    const parts =
      given ??
      Array.from({ length: count }, (_, at) =>
        Math.min(part, Math.max(0, shape[axis] - at * part)),
      );
    if (parts.reduce((sum, extent) => sum + extent, 0) !== shape[axis]) {
      throw call.mismatch(`cannot split ${shape[axis]} into [${parts.slice(0, 16)}]`);
    }
    return { outputs: parts.map((extent) => ({ shape: replaced(shape, axis, extent) })) };
  },
  TopK(call) {
    const { shape } = call.input(0);
    const count = call.inputs[1]?.values?.[0] ?? call.node.attributes.get('k')?.int;
    if (count === undefined) return undefined;
    const axis = axisOf(call, call.int('axis', -1), shape.length);
    const output = { shape: replaced(shape, axis, count) };
    return { outputs: [output, output] };
  },
};

function slice(call: NodeCall): Inferred | undefined {
  const data = call.input(0);
  const [starts, ends] = [call.numbers(1, 'starts'), call.numbers(2, 'ends')];
  const axes = call.numbers(3, 'axes') ?? starts?.map((_, axis) => axis);
  const steps = call.numbers(4, 'steps') ?? starts?.map(() => 1);
  const unknown = [3, 4].some((at) => call.inputs[at] && !call.inputs[at]?.values);
  if (!starts || !ends || !axes || !steps || unknown) return undefined;
  if ([ends, axes, steps].some((list) => list.length !== starts.length)) {
    throw call.mismatch('needs as many starts as ends, axes and steps');
  }
  let { shape } = data;
  let values = shape.length === 1 ? data.values : undefined;
  for (const [at, given] of axes.entries()) {
    const axis = axisOf(call, given, shape.length);
    const places = sliced(call, shape[axis], starts[at], ends[at], steps[at]);
    const kept = values;
    values =
      kept && Array.from({ length: places.count }, (_, i) => kept[places.first + i * steps[at]]);
    shape = replaced(shape, axis, places.count);
  }
  return { outputs: [{ shape, values, whole: data.whole }] };
}

/** The first place and the number of places from start to end, as Python counts. */
function sliced(
  call: NodeCall,
  extent: number,
  start: number,
  end: number,
  step: number,
): { first: number; count: number } {
  if (!Number.isSafeInteger(step) || step === 0)
    throw call.mismatch(`cannot take steps of ${step}`);
  const [least, most] = step > 0 ? [0, extent] : [-1, extent - 1];
  const place = (at: number): number => Math.min(most, Math.max(least, at < 0 ? at + extent : at));
  const first = place(start);
  return { first, count: Math.max(0, Math.ceil((place(end) - first) / step)) };
}

function replaced(shape: Shape, axis: number, extent: number): Shape {
  return shape.map((own, at) => (at === axis ? extent : own));
}
