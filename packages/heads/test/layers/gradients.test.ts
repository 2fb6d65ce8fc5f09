import { seededRandom } from '@sig/kernels/random';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import {
  avgPool2d,
  batchNorm,
  conv1d,
  conv2d,
  dense,
  depthwiseConv2d,
  dropout,
  gelu,
  globalAvgPool2d,
  type Layer,
  layerNorm,
  maxPool1d,
  maxPool2d,
  multiHeadAttention,
  relu,
  residual,
  type Shape,
  sequencePool,
  signatureField,
  sizeOf,
  softmax,
  tanh,
} from '../../src/index.js';
import { expectClose } from '../expect-close.js';
import { runLayer } from '../run-layer.js';

const TWIN = { backend: 'scalar', precision: 'float64' } as const;
// Small enough that a step hardly ever crosses the kink of a maximum.
const STEP = 1e-6;

const int = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const activation = fc.constantFrom('relu', 'none') as fc.Arbitrary<'relu' | 'none'>;

// Images that a window fits, wherever it is.
const windows = fc
  .tuple(int(1, 3), int(1, 3), int(0, 3), int(0, 3), int(1, 3))
  .chain(([size, stride, down, across, channels]) =>
    int(0, size - 1).map((padding) => ({
      options: { size, stride, padding },
      shape: [size + down, size + across, channels],
    })),
  );
const image = fc.tuple(int(2, 5), int(2, 5), int(1, 3));

const cases: readonly [string, fc.Arbitrary<readonly [Layer, Shape]>][] = [
  [
    'dense',
    fc
      .tuple(int(1, 7), int(1, 6), activation)
      .map(([features, units, kind]) => [dense(units, { activation: kind }), [features]]),
  ],
  [
    'conv1d',
    fc
      .tuple(int(1, 4), int(0, 4), int(1, 4), int(1, 5), activation)
      .map(([size, more, channels, filters, kind]) => [
        conv1d(filters, { size, activation: kind }),
        [size + more, channels],
      ]),
  ],
  [
    'maxPool1d',
    fc
      .tuple(int(1, 3), int(0, 6), int(1, 6))
      .map(([size, more, channels]) => [maxPool1d(size), [size + more, channels]]),
  ],
  ['tanh', fc.tuple(int(1, 5), int(1, 5)).map((shape) => [tanh(), shape])],
  [
    'signatureField',
    fc
      .tuple(int(2, 4), int(1, 3), int(0, 3), int(0, 3), int(1, 3), fc.boolean())
      .map(([window, stride, down, across, channels, moments]) => [
        signatureField({ window, stride, moments }),
        [window + down, window + across, channels],
      ]),
  ],
  ['relu', fc.tuple(int(1, 5), int(1, 5)).map((shape) => [relu(), shape])],
  [
    'conv2d',
    fc
      .tuple(windows, int(1, 3), activation, fc.boolean())
      .map(([{ options, shape }, filters, kind, bias]) => [
        conv2d(filters, { ...options, activation: kind, bias }),
        shape,
      ]),
  ],
  [
    'depthwiseConv2d',
    fc
      .tuple(windows, fc.boolean())
      .map(([{ options, shape }, bias]) => [depthwiseConv2d({ ...options, bias }), shape]),
  ],
  ['maxPool2d', fc.tuple(int(1, 2), image).map(([size, shape]) => [maxPool2d(size), shape])],
  ['avgPool2d', fc.tuple(int(1, 2), image).map(([size, shape]) => [avgPool2d(size), shape])],
  ['globalAvgPool2d', image.map((shape) => [globalAvgPool2d(), shape])],
  // A variance of next to nothing would bend more than a step can see.
  ['batchNorm', image.map((shape) => [batchNorm({ epsilon: 1e-2 }), shape])],
  ['gelu', fc.tuple(int(1, 5), int(1, 5)).map((shape) => [gelu(), shape])],
  ['softmax', fc.tuple(int(1, 5), int(1, 5)).map((shape) => [softmax(), shape])],
  [
    'layerNorm',
    // Of two values the variance can be so small that no step is small against it.
    fc.tuple(int(1, 4), int(3, 9)).map((shape) => [layerNorm({ epsilon: 1e-2 }), shape]),
  ],
  [
    'multiHeadAttention',
    fc
      .tuple(int(1, 4), int(1, 3), int(1, 3), int(1, 3), fc.boolean())
      .map(([length, heads, keySize, channels, whole]) =>
        whole
          ? [multiHeadAttention(heads), [length, heads * keySize]]
          : [multiHeadAttention(heads, { keySize }), [length, channels]],
      ),
  ],
  ['sequencePool', fc.tuple(int(1, 6), int(1, 5)).map((shape) => [sequencePool(), shape])],
  [
    'residual',
    fc
      .tuple(int(1, 4), int(2, 4), fc.boolean())
      .map(([length, channels, plain]) => [
        plain
          ? residual([relu()])
          : residual([
              layerNorm({ epsilon: 1e-2 }),
              conv1d(channels + 1, { size: 1, activation: 'relu' }),
              dropout(0.2),
              residual([multiHeadAttention(2, { keySize: 2 })]),
              conv1d(channels, { size: 1 }),
            ]),
        [length, channels],
      ]),
  ],
  ['dropout', fc.tuple(int(1, 5), int(1, 5)).map((shape) => [dropout(0.4), shape])],
];

function replaced<T>(values: readonly T[], place: number, value: T): T[] {
  return values.map((old, index) => (index === place ? value : old));
}

describe.each(cases)('the gradients of %s', (_, layers) => {
  it('are central differences at random shapes and batch sizes', () => {
    fc.assert(
      fc.property(layers, int(1, 4), fc.integer(), ([layer, inputShape], count, seed) => {
        const random = seededRandom(seed);
        const draw = (length: number): number[] => Array.from({ length }, () => 2 * random() - 1);
        const x = draw(count * sizeOf(inputShape));
        const parameters = layer.parameters(inputShape).map(({ shape }) => draw(sizeOf(shape)));
        const upstream = draw(count * sizeOf(layer.outputShape(inputShape)));
        const problem = { inputShape, count, x, parameters, upstream };
        const { inputGradient, gradients } = runLayer(layer, problem, TWIN);
        const value = (changed: Partial<typeof problem>): number =>
          runLayer(layer, { ...problem, ...changed }, TWIN).output.reduce(
            (sum, output, index) => sum + output * upstream[index],
            0,
          );
        const slopes = (values: number[], change: (moved: number[]) => Partial<typeof problem>) =>
          values.map((middle, index) => {
            const up = value(change(replaced(values, index, middle + STEP)));
            const down = value(change(replaced(values, index, middle - STEP)));
            return (up - down) / (2 * STEP);
          });
        expectClose(
          inputGradient,
          slopes(x, (moved) => ({ x: moved })),
          1e-6,
        );
        for (const [index, values] of parameters.entries()) {
          if (layer.parameters(inputShape)[index].averageRate !== undefined) continue;
          expectClose(
            gradients[index],
            slopes(values, (moved) => ({ parameters: replaced(parameters, index, moved) })),
            1e-6,
          );
        }
      }),
      { numRuns: 15 },
    );
  });
});
