import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxPool1d, maxPool1dBackward } from '../../src/linear/index.js';
import { integers, reals, zeros } from './arbitraries.js';
import { runOnBoth } from './run-on-both.js';

const shapes = fc.record({
  samples: integers(1, 3),
  length: integers(1, 9),
  channels: integers(1, 9),
  size: integers(1, 4),
});

const problems = shapes
  .filter(({ length, size }) => length >= size)
  .chain((shape) => {
    const { samples, length, channels, size } = shape;
    const outputs = samples * Math.floor(length / size) * channels;
    return fc.record({
      shape: fc.constant(shape),
      input: reals(samples * length * channels),
      upstream: reals(outputs),
    });
  });

describe('maxPool1d', () => {
  it('is the same compiled and in its twin, forward and backward, at any shape', () => {
    fc.assert(
      fc.property(problems, ({ shape, input, upstream }) => {
        const forward = runOnBoth({ input, output: zeros(upstream.length) }, (at) =>
          maxPool1d({ ...at, ...shape }),
        );
        expect(forward.simd.output).toEqual(forward.scalar.output);
        const backward = runOnBoth(
          {
            input,
            output: forward.scalar.output,
            outputGradient: upstream,
            inputGradient: input.map(() => 5),
          },
          (at) => maxPool1dBackward({ ...at, ...shape }),
        );
        expect(backward.simd.inputGradient).toEqual(backward.scalar.inputGradient);
      }),
    );
  });

  it('drops positions that fill no whole window', () => {
    const shape = { samples: 1, length: 5, channels: 1, size: 2 };
    const { simd } = runOnBoth({ input: [1, 2, 4, 3, 9], output: zeros(2) }, (at) =>
      maxPool1d({ ...at, ...shape }),
    );
    expect(simd.output).toEqual([2, 4]);
  });

  it('sends the gradient to the first of equal maxima', () => {
    const shape = { samples: 1, length: 3, channels: 5, size: 3 };
    const input = [1, 1, 0, 2, 3, 1, 2, 0, 2, 3, 0, 2, 0, 1, 3];
    const { simd } = runOnBoth(
      {
        input,
        output: [1, 2, 0, 2, 3],
        outputGradient: [10, 20, 30, 40, 50],
        inputGradient: zeros(15),
      },
      (at) => maxPool1dBackward({ ...at, ...shape }),
    );
    expect(simd.inputGradient).toEqual([10, 0, 30, 40, 50, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0]);
  });
});
