import { sizeOf } from '@sig/heads';
import { checkShape, MOST_AXES, MOST_VALUES } from '../reading/read-tensor.js';
import { broadcast } from './broadcast.js';
import { axisOf, nodeName, type ShapeRule, shaped } from './node-call.js';

/** Operators whose output is larger than their input, or made from a shape alone. */
export const growthRules: Readonly<Record<string, ShapeRule>> = {
  ConstantOfShape(call) {
    const shape = call.input(0).values;
    if (shape === undefined || shape.length > MOST_AXES) return undefined;
    checkShape(shape, `what ${nodeName(call.node)} puts out`);
    const tensor = call.node.attributes.get('value')?.tensor;
    const value = tensor ? tensor.values?.[0] : 0;
    const small = shape.length < 2 && sizeOf(shape) <= MOST_VALUES && value !== undefined;
    if (!small) return shaped(shape);
    return { outputs: [{ shape, values: Array<number>(sizeOf(shape)).fill(value), whole: true }] };
  },
  DepthToSpace(call) {
    const { shape } = call.input(0);
    const block = call.int('blocksize', 1);
    const [batch, channels, ...size] = shape;
    return shaped([batch, channels / block ** 2, ...size.map((extent) => extent * block)]);
  },
  Expand(call) {
    const wanted = call.input(1).values;
    const shape = wanted && broadcast([call.input(0).shape, wanted]);
    if (wanted && !shape)
      throw call.mismatch(`cannot spread [${call.input(0).shape}] to [${wanted}]`);
    return shape && shaped(shape);
  },
  Pad(call) {
    const { shape } = call.input(0);
    const pads = call.numbers(1, 'pads') ?? call.ints('paddings');
    const axes = call.inputs[3] ? call.inputs[3].values : shape.map((_, axis) => axis);
    if (pads === undefined || axes === undefined) return undefined;
    if (pads.length !== 2 * axes.length) {
      throw call.mismatch(`needs ${2 * axes.length} pads, got ${pads.length}`);
    }
    const padded = [...shape];
    for (const [at, given] of axes.entries()) {
      padded[axisOf(call, given, shape.length)] += pads[at] + pads[at + axes.length];
    }
    return shaped(padded);
  },
  Resize(call) {
    const { shape } = call.input(0);
    // Before operator set 11 the scales came second.
    const scales = call.inputs.length > 2 ? call.inputs[2]?.values : call.inputs[1]?.values;
    const sizes = call.inputs[3]?.values;
    const plain = call.text('keep_aspect_ratio_policy', 'stretch') === 'stretch';
    const axes = call.ints('axes') ?? shape.map((_, axis) => axis);
    const given = sizes?.length ? sizes : scales;
    if (!plain || given?.length !== axes.length) return undefined;
    const resized = [...shape];
    for (const [at, one] of axes.entries()) {
      const axis = axisOf(call, one, shape.length);
      resized[axis] = sizes?.length ? given[at] : Math.floor(shape[axis] * given[at]);
    }
    return shaped(resized);
  },
  SpaceToDepth(call) {
    const { shape } = call.input(0);
    const block = call.int('blocksize', 1);
    const [batch, channels, ...size] = shape;
    return shaped([batch, channels * block ** 2, ...size.map((extent) => extent / block)]);
  },
  Tile(call) {
    const { shape } = call.input(0);
    const repeats = call.input(1).values;
    if (repeats?.length !== shape.length) return undefined;
    return shaped(shape.map((extent, axis) => extent * repeats[axis]));
  },
  Upsample(call) {
    const { shape } = call.input(0);
    const scales = call.inputs[1]?.values ?? call.node.attributes.get('scales')?.floats;
    if (scales?.length !== shape.length) return undefined;
    return shaped(shape.map((extent, axis) => Math.floor(extent * scales[axis])));
  },
};
