import { describe, expect, it } from 'vitest';
import {
  cnn1dHead,
  countCost,
  createNetwork,
  fcHead,
  type Layer,
  type Shape,
  transformerHead,
} from '../../src/index.js';

const published: readonly [
  string,
  (shape: Shape, classes: number) => Layer[],
  Shape,
  number,
  number,
][] = [
  ['FC at 64×64 and depth 4', fcHead, [64, 120], 2, 384_152],
  ['FC on log-signatures', fcHead, [64, 32], 2, 102_552],
  ['FC at 32×32 on log-signatures of depth 5', fcHead, [32, 80], 2, 128_152],
  ['FC on pixels', fcHead, [64, 64, 3], 2, 614_552],
  ['CNN1D at 64×64', cnn1dHead, [64, 120], 2, 37_112],
  ['CNN1D in two directions', cnn1dHead, [128, 120], 2, 59_512],
  ['CNN1D at 224×224', cnn1dHead, [224, 120], 2, 94_712],
  ['CNN1D at 224×224 with 10 classes', cnn1dHead, [224, 120], 10, 95_120],
  ['Transformer at 64×64', transformerHead, [64, 120], 2, 162_553],
];

describe('the published parameter counts', () => {
  it.each(published)('%s', (_, head, inputShape, classes, params) => {
    const { weights } = createNetwork({ layers: head(inputShape, classes), inputShape });
    const built = Object.values(weights).reduce((sum, { length }) => sum + length, 0);
    expect(built).toBe(params);
    const cost = countCost(head(inputShape, classes), inputShape);
    expect(cost.params).toBe(params);
    expect(cost.bytes).toBe(4 * params);
  });
});

describe('the multiply-adds of the heads', () => {
  it('are those of the paper, which counts two operations for each', () => {
    expect(countCost(fcHead([64, 120], 2), [64, 120]).macs).toBe(7680 * 50 + 50 * 2);
    const cnn1d = 62 * 360 * 32 + 18 * 96 * 64 + 384 * 50 + 50 * 2;
    expect(countCost(cnn1dHead([64, 120], 2), [64, 120]).macs).toBe(cnn1d);
    expect((2 * cnn1d) / 1e6).toBeCloseTo(1.69, 2);
    expect((2 * countCost(cnn1dHead([128, 120], 2), [128, 120]).macs) / 1e6).toBeCloseTo(3.48, 2);
  });
});

describe('transformerHead', () => {
  it('keeps its parameters at any number of streams, and adds those of each layer', () => {
    const params = (shape: Shape, layers: number): number =>
      countCost(transformerHead(shape, 2, { layers }), shape).params;
    expect(params([128, 120], 1)).toBe(162_553);
    expect(params([64, 120], 2) - params([64, 120], 1)).toBe(132_672 + 2 * 128 + 2 * 4160);
  });

  it('counts the multiply-adds of the projections that the paper leaves out', () => {
    const convolutions = 62 * 360 * 32 + 18 * 96 * 64;
    const attention = 4 * 6 * 64 * 512 + 2 * 6 * 6 * 512;
    const rest = 2 * 6 * 64 * 64 + 2 * 6 * 64 + 64 * 50 + 50 * 2;
    expect(countCost(transformerHead([64, 120], 2), [64, 120]).macs).toBe(
      convolutions + attention + rest,
    );
    expect((2 * (convolutions + rest)) / 1e6).toBeCloseTo(1.76, 2);
  });

  it('refuses too few streams and impossible numbers of layers', () => {
    expect(() => transformerHead([16, 3], 2)).toThrow(
      'transformerHead takes features [streams, words] of at least 17 streams, got [16,3]',
    );
    expect(() => transformerHead([64, 3], 2, { layers: 0 })).toThrow(
      'transformerHead: layers must be a positive integer, got 0',
    );
  });
});

describe('cnn1dHead', () => {
  it('refuses features with too few streams for its two blocks', () => {
    expect(cnn1dHead([17, 3], 2)).toHaveLength(8);
    expect(() => cnn1dHead([64, 120], 2, { filters: [32] as never })).toThrow(
      'cnn1dHead: filters must be two counts, such as [32, 64], got [32]',
    );
    expect(() => cnn1dHead([16, 3], 2)).toThrow(
      'cnn1dHead takes features [streams, words] of at least 17 streams, got [16,3]',
    );
    expect(() => cnn1dHead([64], 2)).toThrow(RangeError);
  });

  it('puts out a position where its features are just long enough', () => {
    const network = createNetwork({ layers: cnn1dHead([17, 3], 2), inputShape: [17, 3] });
    expect(network.shapes[3]).toEqual([1, 64]);
  });
});

describe('countCost', () => {
  it('names the layer that does not fit', () => {
    expect(() => countCost(fcHead([4], 0), [4])).toThrow('dense: units must be a positive integer');
    expect(() => countCost(cnn1dHead([64, 120], 2), [6, 120])).toThrow('layer 2 (conv1d)');
  });
});
