import { describe, expect, it } from 'vitest';
import { createNetwork, dense, frontOf, gelu, predict } from '../../src/index.js';

const layers = [dense(3), gelu(), dense(2)];
const network = createNetwork({ layers, inputShape: [4], seed: 5 });
const samples = Float32Array.from({ length: 8 }, (_, at) => Math.sin(at));

describe('frontOf', () => {
  it('puts out what the first layers make of samples', async () => {
    const front = await predict(frontOf(network, 1), samples, { output: 'activations' });
    const { '0.dense.kernel': kernel, '0.dense.bias': bias } = network.weights;
    const expected = Array.from({ length: 6 }, (_, at) => {
      const [sample, unit] = [Math.floor(at / 3), at % 3];
      let sum = bias[unit];
      for (let i = 0; i < 4; i++) sum += samples[4 * sample + i] * kernel[3 * i + unit];
      return sum;
    });
    for (const [at, value] of front.entries()) expect(value).toBeCloseTo(expected[at], 5);
  });

  it('is the whole network where all its layers are asked for', async () => {
    const options = { output: 'activations' } as const;
    expect(await predict(frontOf(network, 3), samples, options)).toEqual(
      await predict(network, samples, options),
    );
  });

  it.each([0, 4, 1.5, Number.NaN])('refuses %s layers of three', (count) => {
    expect(() => frontOf(network, count)).toThrow(/frontOf: count must be .* from 1 to 3, got/);
  });
});
