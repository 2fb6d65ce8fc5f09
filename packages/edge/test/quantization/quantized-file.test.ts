import { expect, test } from 'vitest';
import {
  type ClassifierModel,
  decodeModel,
  decodeSafetensors,
  encodeModel,
  productLayers,
  type QuantizationMode,
  quantizeModel,
} from '../../src/index.js';
import { smallModel } from '../model/small-model.js';

const ACTIVATIONS = {
  '1.dense': { scale: Math.fround(0.05), zeroPoint: -3 },
  '3.dense': { scale: 0.25, zeroPoint: -128 },
};

function quantized(mode: QuantizationMode): ReturnType<typeof quantizeModel<ClassifierModel>> {
  return mode === 'int8'
    ? quantizeModel(smallModel(), { mode, activations: ACTIVATIONS })
    : quantizeModel(smallModel(), { mode });
}

test.each<QuantizationMode>(['dynamic-int8', 'int8', 'float16'])(
  'a model in %s is read as it was written, and written the same again',
  (mode) => {
    const model = quantized(mode);
    const bytes = encodeModel(model);
    const { createdBy: _, ...read } = decodeModel(bytes);
    expect(read).toEqual(model);
    expect(encodeModel(read)).toEqual(bytes);
  },
);

test('in int8 a kernel is an I8 tensor with a scale for each channel, and scales and biases are F16', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(quantized('int8')));
  const outline = Object.entries(tensors).map(([name, { dtype, shape }]) => [name, dtype, shape]);
  expect(outline.sort()).toEqual([
    ['1.dense.bias', 'F16', [3]],
    ['1.dense.kernel', 'I8', [72, 3]],
    ['1.dense.kernel.scale', 'F16', [3]],
    ['3.dense.bias', 'F16', [2]],
    ['3.dense.kernel', 'I8', [3, 2]],
    ['3.dense.kernel.scale', 'F16', [2]],
    ['standardisation.mean', 'F32', [12]],
    ['standardisation.scale', 'F32', [12]],
  ]);
  expect(JSON.parse(metadata.quantization)).toEqual({
    version: 1,
    mode: 'int8',
    activations: ACTIVATIONS,
  });
});

test('beside int8 kernels, scales and biases that float16 cannot say stay in float32', () => {
  const model = smallModel();
  model.weights['1.dense.kernel'].fill(1e-4);
  model.weights['3.dense.bias'].fill(1e5);
  const small = quantizeModel(model, { mode: 'dynamic-int8' });
  expect(small.quantization.kernels['1.dense.kernel'].scale[0]).toBe(
    Math.fround(Math.fround(1e-4) / 127),
  );
  const { tensors } = decodeSafetensors(encodeModel(small));
  expect(tensors['1.dense.kernel.scale'].dtype).toBe('F32');
  expect(tensors['3.dense.kernel.scale'].dtype).toBe('F16');
  expect(tensors['3.dense.bias']).toMatchObject({
    dtype: 'F32',
    data: new Float32Array(2).fill(1e5),
  });
});

test('in float16 all but the standardisation is F16', () => {
  const { tensors } = decodeSafetensors(encodeModel(quantized('float16')));
  const types = Object.entries(tensors).map(
    ([name, { dtype }]) => `${name.split('.')[0]} ${dtype}`,
  );
  expect([...new Set(types)].sort()).toEqual(['1 F16', '3 F16', 'standardisation F32']);
});

test('the int8 of a weight is off by half a step at most', () => {
  const { weights } = smallModel();
  const { quantization, weights: kept } = quantized('dynamic-int8');
  for (const [name, { scale, data }] of Object.entries(quantization.kernels)) {
    weights[name].forEach((weight, at) => {
      const step = scale[at % scale.length];
      expect(Math.abs(weight - kept[name][at])).toBeLessThanOrEqual(0.5001 * step);
      expect(kept[name][at]).toBe(Math.fround(data[at] * step));
    });
    expect(Math.max(...data.map(Math.abs))).toBe(127);
  }
});

test('the product layers are named, inside residuals too', () => {
  const dense = { kind: 'dense', options: { units: 2, activation: 'none' } };
  const conv1d = { kind: 'conv1d', options: {} };
  const inside = [{ kind: 'layerNorm', options: {} }, conv1d];
  const layers = [conv1d, { kind: 'residual', options: { layers: inside } }, dense];
  expect(productLayers({ layers })).toEqual(['0.conv1d', '1.residual.1.conv1d', '2.dense']);
});

test('parts of a quantised model that do not fit are refused', () => {
  const model = quantized('int8');
  const { quantization } = model;
  const kernel = quantization.kernels['1.dense.kernel'];
  const withKernel = (changes: object): object => ({
    kernels: { ...quantization.kernels, '1.dense.kernel': { ...kernel, ...changes } },
  });
  const withRange = (changes: object): object => ({
    activations: { ...ACTIVATIONS, '3.dense': { ...ACTIVATIONS['3.dense'], ...changes } },
  });
  const cases: [object, RegExp][] = [
    [{ kernels: {} }, /^quantization must have kernels for \[1\.dense\.kernel, .*\], got \[\]$/],
    [{ activations: undefined }, /^quantization must have activations for \[1\.dense, 3\.dense\]/],
    [{ mode: 'dynamic-int8' }, /^quantization must have activations for \[\], got \[1\.dense/],
    [{ mode: 'float16' }, /^quantization must have kernels for \[\]/],
    [withRange({ scale: 0.1 }), /^the activation scale of 3\.dense must be a float32 above 0$/],
    [withRange({ scale: -0.5 }), /^the activation scale of 3\.dense must be a float32 above 0$/],
    [withRange({ zeroPoint: 128 }), /^the zeroPoint of 3\.dense must be an integer from -128/],
    [withKernel({ scale: new Float32Array(3) }), /must have 3 scales above 0$/],
    [withKernel({ scale: kernel.scale.map((s) => 2 * s) }), /must be its kernel times its scale$/],
    [withKernel({ data: kernel.data.map(() => -128) }), /must be from -127 to 127, got -128$/],
    [withKernel({ data: Array.from(kernel.data) }), /must have its data as int8/],
  ];
  for (const [changes, message] of cases) {
    const broken = { ...model, quantization: { ...quantization, ...changes } };
    expect(() => encodeModel(broken)).toThrow(message);
  }
});

test('what cannot be quantised is refused in one line', () => {
  expect(() => quantizeModel(quantized('float16'), { mode: 'float16' })).toThrow(
    'the model is quantised already, as float16; give the one it was made from',
  );
  const model = smallModel();
  const large = { ...model.weights, '3.dense.bias': Float32Array.of(1, 1e6) };
  expect(() => quantizeModel({ ...model, weights: large }, { mode: 'float16' })).toThrow(
    'weight 3.dense.bias must be at most 65504 to become float16; use dynamic-int8',
  );
});
