import { describe, expect, it } from 'vitest';
import {
  avgPool2d,
  batchNorm,
  conv1d,
  conv2d,
  dense,
  depthwiseConv2d,
  dropout,
  flatten,
  gelu,
  globalAvgPool2d,
  layerNorm,
  maxPool1d,
  maxPool2d,
  multiHeadAttention,
  relu,
  reshape,
  residual,
  sequencePool,
  signatureField,
  softmax,
  tanh,
} from '../../src/index.js';
import { runLayer } from '../run-layer.js';

const TWIN = { backend: 'scalar', precision: 'float64' } as const;

describe('the shapes of layers', () => {
  it('follow from what they are given', () => {
    expect(dense(5).outputShape([3])).toEqual([5]);
    expect(conv1d(8, { size: 3 }).outputShape([10, 4])).toEqual([8, 8]);
    expect(maxPool1d(3).outputShape([10, 4])).toEqual([3, 4]);
    expect(flatten().outputShape([6, 64])).toEqual([384]);
    expect(relu().outputShape([2, 3])).toEqual([2, 3]);
    expect(dropout(0.5).outputShape([2, 3])).toEqual([2, 3]);
    expect(conv2d(4).outputShape([9, 8, 3])).toEqual([7, 6, 4]);
    expect(conv2d(4, { stride: 2, padding: 1 }).outputShape([9, 8, 3])).toEqual([5, 4, 4]);
    expect(depthwiseConv2d({ padding: 1 }).outputShape([9, 8, 3])).toEqual([9, 8, 3]);
    expect(maxPool2d(2).outputShape([9, 8, 3])).toEqual([4, 4, 3]);
    expect(avgPool2d(3).outputShape([9, 8, 3])).toEqual([3, 2, 3]);
    expect(globalAvgPool2d().outputShape([9, 8, 3])).toEqual([3]);
    expect(batchNorm().outputShape([9, 8, 3])).toEqual([9, 8, 3]);
    expect(reshape([2, 2, 3]).outputShape([4, 3])).toEqual([2, 2, 3]);
    expect(gelu().outputShape([2, 3])).toEqual([2, 3]);
    expect(tanh().outputShape([2, 3])).toEqual([2, 3]);
    expect(signatureField().outputShape([64, 64, 6])).toEqual([15, 15, 96]);
    expect(softmax().outputShape([2, 3])).toEqual([2, 3]);
    expect(layerNorm().outputShape([2, 3])).toEqual([2, 3]);
    expect(multiHeadAttention(3).outputShape([5, 6])).toEqual([5, 6]);
    expect(sequencePool().outputShape([5, 6])).toEqual([6]);
    expect(residual([relu(), dense(4)]).outputShape([4])).toEqual([4]);
  });

  it('are refused in one line that says what is wanted', () => {
    expect(() => dense(5).outputShape([3, 2])).toThrow(
      'dense takes a shape [features], got [3,2]; put flatten() in front of it',
    );
    expect(() => conv1d(8).outputShape([2, 4])).toThrow(
      'conv1d of size 3 needs a length of at least 3, got [2,4]',
    );
    expect(() => conv1d(8).outputShape([7])).toThrow('conv1d takes a shape [length, channels]');
    expect(() => maxPool1d(3).outputShape([2, 4])).toThrow('needs a length of at least 3');
    expect(() => maxPool1d(3).outputShape([2])).toThrow(
      'maxPool1d takes a shape [length, channels]',
    );
    expect(() => conv2d(4).outputShape([9, 3])).toThrow(
      'conv2d takes a shape [height, width, channels], got [9,3]',
    );
    expect(() => conv2d(4).outputShape([9, 2, 3])).toThrow(
      'conv2d of size 3 and padding 0 needs at least 3 × 3 pixels, got [9,2,3]',
    );
    expect(() => depthwiseConv2d().outputShape([2, 9, 3])).toThrow('depthwiseConv2d of size 3');
    expect(() => maxPool2d(4).outputShape([9, 3, 3])).toThrow('maxPool2d of size 4');
    expect(() => avgPool2d(4).outputShape([9, 3, 3])).toThrow('avgPool2d of size 4');
    expect(() => globalAvgPool2d().outputShape([9])).toThrow(
      'globalAvgPool2d takes a shape [height, width, channels], got [9]',
    );
    expect(() => reshape([2, 2, 3]).outputShape([4, 4])).toThrow(
      'reshape to [2,2,3] needs 12 values, got 16 of [4,4]',
    );
    expect(() => sequencePool().outputShape([2])).toThrow(
      'sequencePool takes a shape [length, channels], got [2]',
    );
    expect(() => sequencePool({ start: JSON.parse('"max"') })).toThrow(
      'sequencePool: start must be drawn or mean, got max',
    );
    expect(() => multiHeadAttention(2).outputShape([6])).toThrow(
      'multiHeadAttention takes a shape [length, channels], got [6]',
    );
    expect(() => multiHeadAttention(4).outputShape([5, 6])).toThrow(
      'multiHeadAttention of 4 heads needs channels that are a multiple of 4 or a keySize, got [5,6]',
    );
    expect(() => residual([dense(5)]).outputShape([4])).toThrow(
      'residual needs layers that keep the shape [4], got [5]',
    );
    expect(() => residual([relu(), dense(5)]).outputShape([4, 2])).toThrow(
      'layer 1 (dense): dense takes a shape [features], got [4,2]',
    );
  });
});

describe('the options of layers', () => {
  it('are refused when they are out of range', () => {
    expect(() => dense(0)).toThrow('dense: units must be a positive integer, got 0');
    expect(() => dense(2.5)).toThrow(RangeError);
    expect(() => conv1d(0)).toThrow('conv1d: filters must be a positive integer, got 0');
    expect(() => conv1d(1, { size: 0 })).toThrow('conv1d: size must be a positive integer, got 0');
    expect(() => maxPool1d(-1)).toThrow('maxPool1d: size must be a positive integer, got -1');
    expect(() => dropout(1)).toThrow('dropout: rate must be at least 0 and below 1, got 1');
    expect(() => dropout(Number.NaN)).toThrow(RangeError);
    expect(() => conv2d(0)).toThrow('conv2d: filters must be a positive integer, got 0');
    expect(() => conv2d(1, { stride: 0 })).toThrow('conv2d: stride must be a positive integer');
    expect(() => conv2d(1, { padding: 3 })).toThrow(
      'conv2d: padding must be an integer from 0 to 2, one less than the size, got 3',
    );
    expect(() => depthwiseConv2d({ padding: -1 })).toThrow('depthwiseConv2d: padding must be');
    expect(() => maxPool2d(0)).toThrow('maxPool2d: size must be a positive integer, got 0');
    expect(() => avgPool2d(1.5)).toThrow('avgPool2d: size must be a positive integer, got 1.5');
    expect(() => batchNorm({ epsilon: -1 })).toThrow('batchNorm: epsilon must be a number above 0');
    expect(() => batchNorm({ rate: 0 })).toThrow(
      'batchNorm: rate must be above 0 and at most 1, got 0',
    );
    expect(() => layerNorm({ epsilon: 0 })).toThrow(
      'layerNorm: epsilon must be a number above 0, got 0',
    );
    expect(() => multiHeadAttention(0)).toThrow('heads must be a positive integer, got 0');
    expect(() => multiHeadAttention(2, { keySize: 1.5 })).toThrow('keySize must be a positive');
    expect(() => reshape([])).toThrow('reshape: shape must have an extent');
    expect(() => reshape([2, -1])).toThrow('an extent must be a positive integer, got -1');
    expect(() => signatureField({ window: 1 })).toThrow(
      'signatureField: window must be an integer from 2 to 256, got 1',
    );
    expect(() => signatureField({ stride: 0 })).toThrow('stride must be a positive integer');
    const diagonal = { direction: 'diagonal' } as unknown as { direction: 'rows' };
    expect(() => signatureField(diagonal)).toThrow('direction must be rows or columns or both');
    expect(() => signatureField().outputShape([64, 7, 6])).toThrow(
      'signatureField of window 8 needs at least 8 × 8 pixels, got [64,7,6]',
    );
    expect(() => residual([])).toThrow('residual needs at least one layer, got none');
    const wrong = { activation: 'tanh' } as unknown as { activation: 'relu' };
    expect(() => dense(1, wrong)).toThrow('dense: activation must be relu or none, got tanh');
  });
});

describe('the multiply-adds of layers', () => {
  it('are those of the products, worked out by hand', () => {
    expect(dense(50).macs([384])).toBe(384 * 50);
    expect(conv1d(32, { size: 3 }).macs([64, 120])).toBe(62 * 3 * 120 * 32);
    expect(maxPool1d(3).macs([62, 32])).toBe(0);
    expect(conv2d(16, { stride: 2, padding: 1 }).macs([64, 64, 3])).toBe(32 * 32 * 27 * 16);
    expect(depthwiseConv2d({ padding: 1 }).macs([32, 32, 16])).toBe(32 * 32 * 16 * 9);
    // 6 tokens of 64: four projections to or from 8 · 64, then 6 · 6 scores and weights of each.
    const attention = 4 * 6 * 64 * 512 + 2 * 6 * 6 * 512;
    expect(multiHeadAttention(8, { keySize: 64 }).macs([6, 64])).toBe(attention);
    expect(sequencePool().macs([6, 64])).toBe(2 * 6 * 64);
    expect(residual([dense(4), dense(4)]).macs([4])).toBe(32);
  });
});

describe('dropout', () => {
  const problem = {
    inputShape: [64],
    count: 2,
    x: Array.from({ length: 128 }, (_, index) => index + 1),
    parameters: [],
    upstream: Array.from({ length: 128 }, () => 1),
  };

  it('passes everything on outside training', () => {
    expect(runLayer(dropout(0.4), { ...problem, training: false }, TWIN).output).toEqual(problem.x);
  });

  it('sends gradients through the places that it kept', () => {
    const { output, inputGradient } = runLayer(dropout(0.5), problem, TWIN);
    expect(inputGradient).toEqual(output.map((value) => (value === 0 ? 0 : 2)));
    expect(inputGradient).toContain(0);
    expect(inputGradient).toContain(2);
  });

  it('draws another mask for another seed', () => {
    const first = runLayer(dropout(0.5), { ...problem, seed: 1 }, TWIN).output;
    expect(runLayer(dropout(0.5), { ...problem, seed: 2 }, TWIN).output).not.toEqual(first);
    expect(runLayer(dropout(0.5), { ...problem, seed: 1 }, TWIN).output).toEqual(first);
  });
});

describe('softmax', () => {
  it('makes each position sum to 1', () => {
    const { output } = runLayer(
      softmax(),
      {
        inputShape: [2, 2],
        count: 1,
        x: [0, 0, 0, Math.log(3)],
        parameters: [],
        upstream: [0, 0, 0, 0],
      },
      TWIN,
    );
    expect(output.map((value) => Math.round(1e9 * value) / 1e9)).toEqual([0.5, 0.5, 0.25, 0.75]);
  });
});

describe('residual', () => {
  it('adds its layers to what it gets', () => {
    const x = [-1, 2, -3, 4];
    const problem = { inputShape: [4], count: 1, x, parameters: [], upstream: [1, 1, 1, 1] };
    const { output, inputGradient } = runLayer(residual([relu()]), problem, TWIN);
    expect(output).toEqual([-1, 4, -3, 8]);
    expect(inputGradient).toEqual([1, 2, 1, 2]);
  });

  it('brings along the kernels of its layers', () => {
    const own = { name: 'own', kernels: [], wasm: () => new Uint8Array(), scalar: () => ({}) };
    expect(residual([{ ...relu(), modules: [own] }]).modules).toEqual([own]);
    expect(residual([relu()]).modules).toBeUndefined();
  });

  it('names its weights after the layers inside', () => {
    const names = residual([layerNorm(), residual([dense(4)])])
      .parameters([4])
      .map(({ name }) => name);
    expect(names).toEqual([
      '0.layerNorm.gamma',
      '0.layerNorm.beta',
      '1.residual.0.dense.kernel',
      '1.residual.0.dense.bias',
    ]);
  });
});

describe('avgPool2d', () => {
  it('is the mean of each whole window', () => {
    const problem = { inputShape: [2, 3, 1], count: 1, x: [1, 2, 9, 3, 6, 9], upstream: [4] };
    const { output, inputGradient } = runLayer(avgPool2d(2), { ...problem, parameters: [] }, TWIN);
    expect(output).toEqual([3]);
    expect(inputGradient).toEqual([1, 1, 0, 1, 1, 0]);
  });
});

describe('conv2d', () => {
  it('is the same however many samples go together', () => {
    // More windows than are copied out at a time.
    const layer = conv2d(2, { size: 5, padding: 2, activation: 'relu' });
    const inputShape = [40, 40, 3];
    const draw = (length: number): number[] => Array.from({ length }, (_, i) => Math.sin(3 * i));
    const parameters = [draw(150), draw(2)];
    const x = draw(3 * 4800);
    const all = { inputShape, count: 3, x, parameters, upstream: draw(3 * 3200) };
    const whole = runLayer(layer, all, TWIN);
    const parts = [0, 1, 2].map((sample) =>
      runLayer(
        layer,
        {
          ...all,
          count: 1,
          x: x.slice(sample * 4800, (sample + 1) * 4800),
          upstream: all.upstream.slice(sample * 3200, (sample + 1) * 3200),
        },
        TWIN,
      ),
    );
    expect(whole.output).toEqual(parts.flatMap(({ output }) => output));
    expect(whole.inputGradient).toEqual(parts.flatMap(({ inputGradient }) => inputGradient));
    const sum = parts.reduce((total, { gradients }) => total + gradients[0][0], 0);
    expect(whole.gradients[0][0]).toBeCloseTo(sum, 9);
  });
});

describe('batchNorm', () => {
  const problem = {
    inputShape: [2],
    count: 2,
    x: [1, 5, 3, 9],
    parameters: [
      [4, 2],
      [10, 0],
      [2, 7],
      [3, 0],
    ],
    upstream: [1, 2, 3, 4],
    training: false,
  };

  it('uses the running statistics outside training, as constants', () => {
    const { output, inputGradient, gradients } = runLayer(batchNorm({ epsilon: 1 }), problem, TWIN);
    expect(output).toEqual([8, -4, 12, 4]);
    expect(inputGradient).toEqual([2, 4, 6, 8]);
    expect(gradients).toEqual([
      [-0.5 + 1.5, -4 + 8],
      [4, 6],
      [0, 0],
      [0, 0],
    ]);
  });

  it('hands on its statistics for each sample', () => {
    const { output, gradients } = runLayer(batchNorm(), { ...problem, training: true }, TWIN);
    expect(output[0]).toBeCloseTo(10 - 4 / Math.sqrt(1 + 1e-5), 9);
    expect(gradients.slice(2)).toEqual([
      [2 * 2, 2 * 7],
      [2 * 1, 2 * 4],
    ]);
  });

  it('names its running statistics as what is not trained', () => {
    const kept = batchNorm({ rate: 0.2 })
      .parameters([5, 5, 3])
      .filter(({ averageRate }) => averageRate === 0.2);
    expect(kept.map(({ name, shape }) => [name, shape])).toEqual([
      ['mean', [3]],
      ['variance', [3]],
    ]);
  });
});
