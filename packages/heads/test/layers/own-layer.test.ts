import { createEngine, type KernelModule } from '@sig/kernels';
import { describe, expect, it } from 'vitest';
import { createNetwork, dense, fit, type Layer, networkModules } from '../../src/index.js';
import { crossedCorners } from '../toy-datasets.js';

describe('a layer of one’s own', () => {
  const sums: KernelModule = {
    name: 'sums',
    // An empty module: only the twin runs here.
    wasm: () => new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]),
    kernels: ['square', 'squareBackward'],
    scalar: (memory) => ({
      square: (_workspace, input, output, count) => {
        const { reals, realShift } = memory;
        for (let i = 0; i < count; i++) {
          reals[(output >>> realShift) + i] = reals[(input >>> realShift) + i] ** 2;
        }
      },
      squareBackward: (_workspace, input, upstream, gradient, count) => {
        const { reals, realShift } = memory;
        for (let i = 0; i < count; i++) {
          reals[(gradient >>> realShift) + i] =
            2 * reals[(input >>> realShift) + i] * reals[(upstream >>> realShift) + i];
        }
      },
    }),
  };

  const square = (): Layer => ({
    kind: 'square',
    options: {},
    modules: [sums],
    outputShape: (shape) => shape,
    parameters: () => [],
    macs: ([features]) => features,
    forward: (program, { input, output, count, inputShape: [features] }) =>
      program.push(['square', input, output, count * features]),
    backward: (
      program,
      { input, outputGradient, inputGradient, count, inputShape: [features] },
    ) => {
      if (inputGradient !== 0) {
        program.push(['squareBackward', input, outputGradient, inputGradient, count * features]);
      }
    },
  });

  it('trains like a built-in one', async () => {
    const own = createNetwork({ layers: [dense(4), square(), dense(2)], inputShape: [2], seed: 3 });
    const engine = createEngine({ modules: networkModules(own), backend: 'scalar' });
    const dataset = crossedCorners(200);
    const { history } = await fit(own, dataset, {
      engine,
      epochs: 30,
      learningRate: 0.02,
      batch: 20,
    });
    expect(history[29].accuracy).toBeGreaterThan(0.98);
  });

  it('is refused by name where its shape does not fit', () => {
    expect(() => createNetwork({ layers: [square()], inputShape: [20, 2] })).toThrow(
      'the last layer must put out [classes], got [20,2]',
    );
  });
});
