import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { gelu, geluBackward, linearModule } from '../../src/linear/index.js';
import { zeros } from './arbitraries.js';
import { expectClose, runOnBoth } from './run-on-both.js';

const inputs = fc.array(fc.integer({ min: -160, max: 160 }).map((value) => value / 16));

describe('gelu', () => {
  it('is the same compiled and in its twin, forward and backward', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const count = input.length;
        const forward = runOnBoth({ input, output: zeros(count) }, (at) => gelu({ ...at, count }));
        expectClose(forward.simd.output, forward.scalar.output, 1e-6);
        const upstream = input.map((_, index) => 1 - index / 4);
        const backward = runOnBoth(
          { input, outputGradient: upstream, inputGradient: zeros(count) },
          (at) => geluBackward({ ...at, count }),
        );
        expectClose(backward.simd.inputGradient, backward.scalar.inputGradient, 1e-6);
      }),
    );
  });

  it('follows the normal distribution to the last digits in float64', () => {
    const engine = createEngine({
      modules: [linearModule],
      backend: 'scalar',
      precision: 'float64',
    });
    const x = engine.allocateReals(5);
    // Φ(1), Φ(2) and Φ(-3) to 16 digits, from tables.
    engine.realsAt(x, 5).set([0, 1, 2, -3, 40]);
    engine.call(...gelu({ input: x, output: x, count: 5 }));
    const expected = [
      0,
      0.8413447460685429,
      2 * 0.9772498680518208,
      -3 * 0.0013498980316300946,
      40,
    ];
    for (const [index, value] of engine.realsAt(x, 5).entries()) {
      expect(value).toBeCloseTo(expected[index], 14);
    }
  });
});
