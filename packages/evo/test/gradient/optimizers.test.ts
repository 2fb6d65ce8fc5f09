import { describe, expect, it } from 'vitest';
import { adam } from '../../src/gradient/adam.js';
import { momentum } from '../../src/gradient/momentum.js';

describe('Adam', () => {
  it('first steps by the learning rate, whatever the size of the gradient', () => {
    const step = adam(3).step(Float64Array.of(1000, -2, 0), 0.1);
    expect(step[0]).toBeCloseTo(0.1, 7);
    expect(step[1]).toBeCloseTo(-0.1, 7);
    expect(step[2]).toBe(0);
  });

  // m = 0.1 · 4 + 0.9 · 0.1 · 2 = 0.58, v = 0.001 · 16 + 0.999 · 0.001 · 4 = 0.019996, at t = 2.
  it('then weighs the moments of the gradients', () => {
    const descent = adam(1);
    descent.step(Float64Array.of(2), 1);
    const [step] = descent.step(Float64Array.of(4), 1);
    const wanted = 0.58 / (1 - 0.81) / Math.sqrt(0.019996 / (1 - 0.998001));
    expect(step).toBeCloseTo(wanted, 6);
  });
});

describe('momentum', () => {
  it('averages the gradients', () => {
    const descent = momentum(1);
    expect(descent.step(Float64Array.of(1), 2)[0]).toBeCloseTo(0.2, 14);
    expect(descent.step(Float64Array.of(1), 2)[0]).toBeCloseTo(0.38, 14);
  });
});
