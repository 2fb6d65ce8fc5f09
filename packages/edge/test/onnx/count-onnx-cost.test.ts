import { countCost, layersFromJSON } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import { countGraphCost, encodeOnnx, mobileNetV2, resNet } from '../../src/baselines/index.js';
import { exportOnnx } from '../../src/export/index.js';
import { countOnnxCost, ModelFileError } from '../../src/measure/index.js';
import { sampleModel, samples } from '../export/sample-models.js';
import { type FileParts, onnxBytes } from './onnx-bytes.js';

const cost = (parts: FileParts, inputShape?: number[]) =>
  countOnnxCost(onnxBytes(parts), { inputShape });

/** The problem and message of what is thrown. */
function refusal(parts: FileParts | Uint8Array, inputShape?: number[]): string {
  try {
    countOnnxCost(parts instanceof Uint8Array ? parts : onnxBytes(parts), { inputShape });
  } catch (error) {
    if (error instanceof ModelFileError) return `${error.problem}: ${error.message}`;
    throw error;
  }
  return 'none';
}

describe('the cost of an ONNX file', () => {
  // Parameters and multiply-adds as torchvision publishes them with its weights.
  it.each([
    ['MobileNetV2', mobileNetV2(), 3_504_872, 0.3],
    ['ResNet-18', resNet(18), 11_689_512, 1.81],
    ['ResNet-34', resNet(34), 21_797_672, 3.66],
    ['ResNet-50', resNet(50), 25_557_032, 4.09],
  ])('is the published one of %s', (_, graph, params, gigaMacs) => {
    const counted = countOnnxCost(encodeOnnx(graph));
    expect(counted.params).toBe(params);
    expect(counted.macs / 1e9).toBeCloseTo(gigaMacs, 2);
    expect(counted).toEqual(countGraphCost(graph));
  });

  // Level k of a signature is one product of [d^(k-1), steps] and [steps, d] a path, from level 2 on;
  // the rest of it is done number by number.
  const signature = (paths: number, steps: number, channels: number, depth: number): number => {
    let macs = 0;
    for (let level = 2; level <= depth; level++) macs += paths * steps * channels ** level;
    return macs;
  };
  it.each([
    ['cnn1d on rows at depth 4', signature(32, 31, 3, 4)],
    ['cnn1d on rows and columns of grey digits', 2 * signature(28, 28, 2, 3)],
    ['fc on columns with time at depth 2', signature(12, 19, 4, 2)],
    ['fc on rows with a basepoint at depth 1', 0],
    ['transformer on rows at depth 3', signature(24, 24, 3, 3)],
    ['separable on pixels', 0],
    ['layers on columns of pixels', 0],
    ['attention and pools on sequences', signature(13, 11, 3, 2)],
    ['batch normalisation of features and of units', 2 * signature(8, 7, 3, 2)],
  ])('of an export is that of the head and of the products in signatures: %s', (name, extra) => {
    const { model } = sampleModel(samples[name]);
    const layers = layersFromJSON(model.architecture);
    const head = countCost(layers, model.architecture.inputShape);
    const { macs } = countOnnxCost(exportOnnx(model));
    expect(macs).toBe(head.macs + extra);
  });

  it('counts dilated, grouped and padded convolutions by their output', () => {
    const conv = (shape: number[], attributes: Record<string, number | string | number[]>) =>
      cost({
        inputs: { x: [1, 4, 9, 7] },
        constants: { w: { shape } },
        nodes: [{ operator: 'Conv', inputs: ['x', 'w'], attributes }],
      });
    // [places] × [filters] × [channels of a group × size].
    expect(conv([6, 4, 3, 3], {}).macs).toBe(7 * 5 * 6 * 36);
    expect(conv([6, 4, 3, 3], { dilations: [2, 3] }).macs).toBe(5 * 1 * 6 * 36);
    expect(conv([6, 4, 3, 3], { strides: [2, 2], pads: [1, 1, 1, 1] }).macs).toBe(5 * 4 * 6 * 36);
    expect(conv([6, 4, 3, 3], { strides: [2, 2], pads: [0, 1, 0, 0] }).macs).toBe(4 * 3 * 6 * 36);
    expect(conv([6, 4, 3, 3], { auto_pad: 'SAME_UPPER', strides: [2, 3] }).macs).toBe(
      5 * 3 * 6 * 36,
    );
    expect(conv([6, 4, 3, 3], { auto_pad: 'VALID', strides: [2, 2] }).macs).toBe(4 * 3 * 6 * 36);
    expect(conv([6, 2, 3, 3], { group: 2 })).toEqual({
      params: 108,
      macs: 35 * 6 * 18,
      bytes: 432,
    });
    expect(conv([4, 1, 3, 3], { group: 4 }).macs).toBe(35 * 4 * 9);
  });

  it('counts transposed convolutions by their input', () => {
    const { macs } = cost({
      inputs: { x: [1, 4, 5, 5] },
      constants: { w: { shape: [4, 3, 2, 2] } },
      nodes: [{ operator: 'ConvTranspose', inputs: ['x', 'w'], attributes: { strides: [2, 2] } }],
    });
    expect(macs).toBe(25 * 4 * 3 * 4);
  });

  it('counts stacks of matrices, transposed ones and quantised ones', () => {
    const product = (operator: string, a: number[], b: number[], attributes = {}) =>
      cost({
        inputs: { x: a },
        constants: { w: { shape: b } },
        nodes: [{ operator, inputs: ['x', 'w'], attributes }],
      }).macs;
    expect(product('MatMul', [2, 1, 5, 7], [3, 7, 4])).toBe(2 * 3 * 5 * 7 * 4);
    expect(product('MatMul', [7], [7, 4])).toBe(28);
    expect(product('MatMulInteger', [5, 7], [7])).toBe(35);
    expect(product('Gemm', [7, 5], [4, 7], { transA: 1, transB: 1 })).toBe(140);
  });

  it('counts integer convolutions, with their biases but without scales as parameters', () => {
    const scales = { shape: [6], type: 1 } as const;
    const one = { shape: [], type: 1 } as const;
    const zero = { shape: [], type: 2 } as const;
    const counted = cost({
      inputs: { x: [1, 3, 8, 8] },
      constants: {
        ...{ one, zero, scales, zeros: { shape: [6], type: 3 } },
        ...{ w: { shape: [6, 3, 3, 3], type: 3 }, bias: { shape: [6], type: 6 } },
      },
      nodes: [
        { operator: 'QuantizeLinear', inputs: ['x', 'one', 'zero'], outputs: ['q'] },
        {
          operator: 'QLinearConv',
          inputs: ['q', 'one', 'zero', 'w', 'scales', 'zeros', 'one', 'zero', 'bias'],
          outputs: ['c'],
        },
        { operator: 'DequantizeLinear', inputs: ['c', 'one', 'zero'] },
      ],
    });
    expect(counted.macs).toBe(36 * 6 * 27);
    expect(counted.params).toBe(6 * 27 + 6);
    // One byte a weight and zero point, four a scale and bias.
    expect(counted.bytes).toBe(6 * 27 + 24 + 24 + 6 + 4 + 1);
  });

  it('counts weights behind a DequantizeLinear, and a shared one once', () => {
    const counted = cost({
      inputs: { x: [1, 6, 8, 8] },
      constants: {
        w: { shape: [6, 6, 1, 1], type: 3 },
        scales: { shape: [6] },
        zeros: { shape: [6], type: 3 },
      },
      nodes: [
        {
          operator: 'DequantizeLinear',
          inputs: ['w', 'scales', 'zeros'],
          outputs: ['k'],
          attributes: { axis: 0 },
        },
        { operator: 'Conv', inputs: ['x', 'k'], outputs: ['a'] },
        { operator: 'Conv', inputs: ['a', 'k'] },
      ],
    });
    expect(counted).toEqual({ params: 36, macs: 2 * 64 * 36, bytes: 36 + 24 + 6 });
  });

  it('takes an open batch as one sample, and other open extents from inputShape', () => {
    const parts: FileParts = {
      inputs: { x: ['batch', 3, 'height', undefined] },
      constants: { w: { shape: [8, 3, 1, 1] } },
      nodes: [{ operator: 'Conv', inputs: ['x', 'w'] }],
    };
    expect(cost(parts, [1, 3, 10, 20]).macs).toBe(200 * 24);
    expect(cost(parts, [2, 3, 10, 20]).macs).toBe(2 * 200 * 24);
    expect(refusal(parts)).toBe(
      'not-counted: the input "x" [batch, 3, height, ?] of the ONNX file has open extents; give inputShape',
    );
    expect(() => cost(parts, [1, 4, 10, 20])).toThrow(
      new RangeError('inputShape must fit the input "x" [batch, 3, height, ?], got [1,4,10,20]'),
    );
    expect(() => cost(parts, [1, 3, 10])).toThrow(RangeError);
    expect(() => cost(parts, [1, 3, Number.NaN, 20])).toThrow(RangeError);
    const open = { ...parts, inputs: { x: ['batch', 3, 4, 5] } };
    expect(cost(open).macs).toBe(20 * 24);
  });

  it('follows the shape arithmetic of exporters', () => {
    // x.view(x.shape[0], -1) as PyTorch writes it.
    const { macs, params } = cost({
      inputs: { x: ['n', 3, 8, 8] },
      constants: { zero: { shape: [], data: [0] }, w: { shape: [192, 10] } },
      nodes: [
        { operator: 'Shape', inputs: ['x'], outputs: ['s'] },
        { operator: 'Gather', inputs: ['s', 'zero'], outputs: ['n'] },
        {
          operator: 'Constant',
          inputs: [],
          outputs: ['rest'],
          attributes: { value: { tensor: { shape: [1], data: [-1] } } },
        },
        {
          operator: 'Constant',
          inputs: [],
          outputs: ['axes'],
          attributes: { value: { tensor: { shape: [1], data: [0] } } },
        },
        { operator: 'Unsqueeze', inputs: ['n', 'axes'], outputs: ['u'] },
        { operator: 'Concat', inputs: ['u', 'rest'], outputs: ['t'], attributes: { axis: 0 } },
        { operator: 'Reshape', inputs: ['x', 't'], outputs: ['f'] },
        { operator: 'MatMul', inputs: ['f', 'w'] },
      ],
    });
    expect({ macs, params }).toEqual({ macs: 1920, params: 1920 });
  });

  it('takes a shape that only a run can tell from what the file declares', () => {
    const parts: FileParts = {
      inputs: { x: ['n', 192], s: [2] },
      constants: { w: { shape: [48, 10] } },
      nodes: [
        { operator: 'Reshape', inputs: ['x', 's'], outputs: ['f'] },
        { operator: 'MatMul', inputs: ['f', 'w'] },
      ],
    };
    expect(cost({ ...parts, declared: { f: [4, 48] } }).macs).toBe(4 * 480);
    expect(refusal({ ...parts, declared: { f: ['rows', 48] } })).toBe(refusal(parts));
    expect(refusal(parts)).toBe(
      'not-counted: the multiply-adds of the ONNX file cannot be counted: the shape after Reshape "f" depends on what only a run can tell; give its cost by hand',
    );
  });

  it('names the operator that it does not know, even where shapes are declared', () => {
    const declared = { y: [1, 10] };
    expect(refusal({ nodes: [{ operator: 'Einsum', inputs: ['x'] }], declared })).toBe(
      'not-counted: the multiply-adds of the ONNX file cannot be counted: the operator Einsum "y" is none that is known here; give its cost by hand',
    );
    const own = { operator: 'Conv', inputs: ['x'], domain: 'my.own' };
    expect(refusal({ nodes: [own] })).toContain('Conv "y" of the domain "my.own" is none');
    expect(refusal({ nodes: [{ operator: 'toString', inputs: ['x'] }] })).toContain('not-counted');
  });

  it('refuses contradictions in one line that names the node', () => {
    const conv = (shape: number[]) =>
      refusal({
        constants: { w: { shape } },
        nodes: [{ operator: 'Conv', inputs: ['x', 'w'] }],
      });
    expect(conv([6, 4, 3, 3])).toBe(
      'invalid: the ONNX file cannot be used: Conv "y" takes 4 channels in each of 1 groups, got 3 channels; export it anew',
    );
    expect(conv([6, 3, 9, 9])).toContain('needs more than 8 numbers along axis 2');
    expect(conv([6, 3])).toContain('needs an image and a kernel with as many axes');
    expect(refusal({ nodes: [{ operator: 'Add', inputs: ['x', 'z'] }] })).toContain(
      'nothing before Add "y" makes its input "z"',
    );
    const short = { w: { shape: [4], type: 1, data: [1] } } as const;
    expect(refusal({ constants: short, nodes: [] })).toContain(
      'the constant "w" of shape [4] must have 16 bytes, got 4',
    );
  });

  it('refuses other bytes, and a file cut short', () => {
    const whole = encodeOnnx(mobileNetV2({ alpha: 0.35, size: 32, classes: 2 }));
    const other = 'not-a-model: these bytes are no ONNX file; give one with a graph';
    for (const text of ['', 'hello', '\x89PNG\r\n', '{"format":"sig-model"}', '\x08\x08']) {
      expect(refusal(Buffer.from(text, 'latin1')), text).toBe(other);
    }
    expect(refusal(whole.subarray(0, 5000))).toBe(
      'cut-short: the ONNX file ends too early; copy or export it anew',
    );
  });
});
