import fc from 'fast-check';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { decodeOnnx } from '../../src/onnx/reading/decode-onnx.js';
import { inferNodes } from '../../src/onnx/shapes/infer-nodes.js';
import { type FileNode, type FileParts, onnxBytes } from './onnx-bytes.js';

/** The shape of `y` as it is inferred. */
function inferred(parts: FileParts): readonly number[] {
  let shape: readonly number[] = [];
  for (const { call, outputs } of inferNodes(decodeOnnx(onnxBytes(parts)))) {
    const at = call.node.outputs.indexOf('y');
    if (at >= 0) shape = outputs[at].shape;
  }
  return shape;
}

/** The shape of `y` when onnxruntime runs the graph. */
async function run(parts: FileParts): Promise<readonly number[]> {
  const session = await InferenceSession.create(onnxBytes(parts), { logSeverityLevel: 4 });
  const dims = [...((parts.inputs?.x ?? [1, 3, 8, 8]) as number[])];
  const count = dims.reduce((product, extent) => product * extent, 1);
  const { y } = await session.run({ x: new Tensor('float32', new Float32Array(count), dims) });
  await session.release();
  return y.dims;
}

/** One node on x, its other inputs whole numbers or, as weights, float32 zeros. */
function node(
  operator: string,
  attributes: FileNode['attributes'] = {},
  lists: readonly (readonly number[] | { weights: readonly number[] } | undefined)[] = [],
  more: Partial<FileParts> = {},
): FileParts {
  const constants = Object.fromEntries(
    lists.flatMap((list, at) => {
      if (list === undefined) return [];
      const constant =
        'weights' in list ? { shape: list.weights } : { shape: [list.length], data: list };
      return [[`c${at}`, constant]];
    }),
  );
  const inputs = ['x', ...lists.map((list, at) => (list === undefined ? '' : `c${at}`))];
  return { constants, nodes: [{ operator, inputs, attributes }], ...more };
}

const small = { inputs: { x: [2, 3, 5, 7] } };
const cases: Readonly<Record<string, FileParts>> = {
  'Transpose in reverse': node('Transpose', {}, [], small),
  'Transpose in an order': node('Transpose', { perm: [0, 2, 3, 1] }, [], small),
  'Flatten at 1': node('Flatten', {}, [], small),
  'Flatten at -1': node('Flatten', { axis: -1 }, [], small),
  'Flatten at 0': node('Flatten', { axis: 0 }, [], small),
  'Flatten behind the last axis': node('Flatten', { axis: 4 }, [], small),
  'Reshape with 0 and -1': node('Reshape', {}, [[0, -1, 7]], small),
  'Unsqueeze from both ends': node('Unsqueeze', {}, [[0, -1]], small),
  'Squeeze of named axes': node('Squeeze', {}, [[0, -1]], { inputs: { x: [1, 3, 1] } }),
  'Squeeze of all': node('Squeeze', {}, [], { inputs: { x: [1, 3, 1] } }),
  'Pad of all axes': node('Pad', {}, [[0, 1, 2, 3, 0, 0, 1, -2]], small),
  'Pad of some axes': node('Pad', {}, [[1, 2, 3, 4], undefined, [2, -1]], {
    ...small,
    operatorSet: 18,
  }),
  'Slice with negative ends': node(
    'Slice',
    {},
    [
      [1, -3],
      [4, -1],
      [2, 3],
    ],
    small,
  ),
  'Slice backwards': node(
    'Slice',
    {},
    [
      [-1, 6],
      [-100, 0],
      [2, 3],
      [-1, -2],
    ],
    small,
  ),
  'Slice far beyond the end': node('Slice', {}, [[1], [9e15], [3], [2]], small),
  'Gather of a table': node('Gather', { axis: 2 }, [[0, 3, 4]], small),
  'Expand both ways': node('Expand', {}, [[4, 1, 3, 1, 7]], { inputs: { x: [1, 3, 5, 1] } }),
  Tile: node('Tile', {}, [[1, 2, 3, 1]], small),
  'Resize by scales': {
    ...small,
    constants: { s: { shape: [4], type: 1, data: [1, 1, 2, 3] } },
    nodes: [{ operator: 'Resize', inputs: ['x', '', 's'] }],
  },
  'Resize to sizes': node('Resize', {}, [undefined, undefined, [2, 3, 9, 4]], small),
  DepthToSpace: node('DepthToSpace', { blocksize: 2 }, [], { inputs: { x: [1, 8, 2, 3] } }),
  SpaceToDepth: node('SpaceToDepth', { blocksize: 2 }, [], { inputs: { x: [1, 2, 4, 6] } }),
  'ReduceMean over axes': node('ReduceMean', { axes: [2, -1] }, [], small),
  'ReduceMean without axes': node('ReduceMean', { axes: [2, 3], keepdims: 0 }, [], small),
  'ReduceMean over all': node('ReduceMean', { keepdims: 0 }, [], small),
  'ReduceSum over an input': node('ReduceSum', { keepdims: 0 }, [[1]], small),
  ArgMax: node('ArgMax', { axis: 1 }, [], { ...small, outputType: 7 }),
  TopK: {
    ...small,
    constants: { k: { shape: [1], data: [2] } },
    nodes: [{ operator: 'TopK', inputs: ['x', 'k'], outputs: ['y', 'places'] }],
  },
  'Split into equal parts': {
    ...small,
    nodes: [
      { operator: 'Split', inputs: ['x'], outputs: ['a', 'b', 'y'], attributes: { axis: 1 } },
    ],
  },
  'Split into given parts': {
    ...small,
    constants: { s: { shape: [2], data: [4, 3] } },
    nodes: [
      { operator: 'Split', inputs: ['x', 's'], outputs: ['a', 'y'], attributes: { axis: -1 } },
    ],
  },
  'Concat along channels': {
    ...small,
    nodes: [{ operator: 'Concat', inputs: ['x', 'x', 'x'], attributes: { axis: 1 } }],
  },
  'Add of a column': node('Add', {}, [{ weights: [3, 1, 1] }], small),
  'Mul both ways': node('Mul', {}, [{ weights: [4, 1, 1, 5, 1] }], small),
  'MatMul of stacks': node('MatMul', {}, [{ weights: [4, 1, 3, 7, 6] }], small),
  'MatMul by a list': node('MatMul', {}, [{ weights: [7] }], small),
  'Gemm transposed': node('Gemm', { transB: 1 }, [{ weights: [4, 6] }], { inputs: { x: [5, 6] } }),
  BatchNormalization: node(
    'BatchNormalization',
    {},
    [3, 3, 3, 3].map((n) => ({ weights: [n] })),
    small,
  ),
  Dropout: node('Dropout', {}, [], small),
  Clip: node('Clip', {}, [], small),
  GlobalAveragePool: node('GlobalAveragePool', {}, [], small),
  Softmax: node('Softmax', { axis: 1 }, [], small),
  'MaxPool with ceil_mode': node(
    'MaxPool',
    { kernel_shape: [2, 3], strides: [2, 2], ceil_mode: 1 },
    [],
    small,
  ),
  'Conv in one dimension': node('Conv', { strides: [2] }, [{ weights: [4, 3, 3] }], {
    inputs: { x: [1, 3, 9] },
  }),
  'ConvTranspose with output padding': node(
    'ConvTranspose',
    { strides: [2, 3], pads: [1, 0, 1, 2], output_padding: [1, 0], group: 3, dilations: [2, 1] },
    [{ weights: [3, 2, 3, 3] }],
    small,
  ),
  'integer operators that onnxruntime contributes': {
    ...small,
    constants: {
      ...{ s: { shape: [], type: 1, data: [1] }, z: { shape: [], type: 2, data: [0] } },
      ...{ k: { shape: [6, 1], type: 2 }, t: { shape: [2], data: [2, 9] } },
      w: { shape: [4, 3, 2, 2] },
    },
    nodes: [
      { operator: 'FusedConv', inputs: ['x', 'w'], outputs: ['f'], domain: 'com.microsoft' },
      { operator: 'QuantizeLinear', inputs: ['f', 's', 'z'], outputs: ['q'] },
      {
        operator: 'QLinearGlobalAveragePool',
        inputs: ['q', 's', 'z', 's', 'z'],
        outputs: ['p'],
        domain: 'com.microsoft',
      },
      {
        operator: 'QLinearAdd',
        inputs: ['q', 's', 'z', 'p', 's', 'z', 's', 'z'],
        outputs: ['a'],
        domain: 'com.microsoft',
      },
      {
        operator: 'QLinearConcat',
        inputs: ['s', 'z', 'a', 's', 'z', 'q', 's', 'z'],
        outputs: ['c'],
        attributes: { axis: 2 },
        domain: 'com.microsoft',
      },
      {
        operator: 'QLinearMatMul',
        inputs: ['c', 's', 'z', 'k', 's', 'z', 's', 'z'],
        outputs: ['m'],
      },
      { operator: 'DequantizeLinear', inputs: ['m', 's', 'z'] },
    ],
  },
  'arithmetic on a shape': {
    ...small,
    constants: {
      ...{ two: { shape: [1], data: [2] }, at: { shape: [2], data: [0, 3] } },
      ...{ minus: { shape: [1], data: [-1] }, end: { shape: [1], data: [2] } },
      start: { shape: [1], data: [1] },
    },
    nodes: [
      { operator: 'Shape', inputs: ['x'], outputs: ['s'] },
      { operator: 'Gather', inputs: ['s', 'at'], outputs: ['g'] },
      { operator: 'Slice', inputs: ['g', 'start', 'end'], outputs: ['seven'] },
      { operator: 'Div', inputs: ['seven', 'two'], outputs: ['three'] },
      { operator: 'Mul', inputs: ['three', 'two'], outputs: ['six'] },
      { operator: 'Sub', inputs: ['seven', 'six'], outputs: ['one'] },
      {
        operator: 'Concat',
        inputs: ['one', 'three', 'minus'],
        outputs: ['t'],
        attributes: { axis: 0 },
      },
      { operator: 'Expand', inputs: ['x', 's'], outputs: ['e'] },
      { operator: 'Transpose', inputs: ['e'], outputs: ['f'], attributes: { perm: [1, 0, 2, 3] } },
      { operator: 'Reshape', inputs: ['f', 't'] },
    ],
  },
};

describe('the shapes that are followed', () => {
  it.each(Object.keys(cases))('are those that onnxruntime computes: %s', async (name) => {
    expect(inferred(cases[name])).toEqual(await run(cases[name]));
  });

  it('are those that onnxruntime computes, of convolutions and pools of any windows', async () => {
    const pair = (least: number, most: number) =>
      fc.tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }));
    const windows = fc.record({
      size: pair(1, 4),
      strides: pair(1, 3),
      dilations: pair(1, 2),
      before: pair(0, 2),
      after: pair(0, 2),
      padding: fc.constantFrom('NOTSET', 'SAME_UPPER', 'SAME_LOWER', 'VALID'),
      image: pair(1, 12),
      operator: fc.constantFrom('Conv', 'MaxPool', 'AveragePool'),
      ceil: fc.constantFrom(0, 1),
    });
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(windows, async (given) => {
        const { operator, size, before, after, padding, ceil } = given;
        const conv = operator === 'Conv';
        // onnxruntime takes no pads of the size of a window, and with SAME neither dilations nor, in
        // pools, windows that leave numbers out.
        const narrow = !conv && padding.startsWith('SAME');
        const strides = given.strides.map((stride, at) =>
          narrow ? Math.min(stride, size[at]) : stride,
        );
        const least = (at: number) => Math.min(before[at], after[at], size[at] - 1);
        const pads = conv ? [...before, ...after] : [least(0), least(1), least(0), least(1)];
        const dilations =
          operator === 'AveragePool' || padding.startsWith('SAME') ? [1, 1] : given.dilations;
        const attributes = {
          ...{ strides, dilations, kernel_shape: size },
          ...(padding === 'NOTSET' ? { pads } : { auto_pad: padding }),
          ...(conv || padding !== 'NOTSET' ? {} : { ceil_mode: ceil }),
        };
        if (operator === 'AveragePool') Reflect.deleteProperty(attributes, 'dilations');
        const parts = node(operator, attributes, conv ? [{ weights: [2, 3, ...size] }] : [], {
          inputs: { x: [1, 3, ...given.image] },
        });
        let shape: readonly number[];
        try {
          shape = inferred(parts);
        } catch (error) {
          // Windows larger than the image.
          expect(String(error)).toContain('needs more than');
          return;
        }
        compared++;
        expect(shape).toEqual(await run(parts));
      }),
      { numRuns: 200, seed: 1 },
    );
    expect(compared).toBeGreaterThan(100);
  });
});
