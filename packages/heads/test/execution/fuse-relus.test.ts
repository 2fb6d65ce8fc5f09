import { describe, expect, it } from 'vitest';
import { fuseRelus } from '../../src/execution/fuse-relus.js';
import { batchNorm, dense, type Layer, relu } from '../../src/index.js';
import { ENGINES, runLayer } from '../run-layer.js';

describe('fuseRelus', () => {
  it('leaves nothing to do to a ReLU behind a layer that can do it', () => {
    const layers = [dense(3), relu(), batchNorm(), relu(), relu()];
    const fused = fuseRelus(layers);
    expect(fused.map(({ kind }) => kind)).toEqual(layers.map(({ kind }) => kind));
    expect(fused.map(({ inPlace = false }) => inPlace)).toEqual([false, false, false, true, false]);
    expect(fused[0]).toBe(layers[0]);
    expect(fused[1]).toBe(layers[1]);
    expect(fused[4]).toBe(layers[4]);
  });

  for (const engine of ENGINES) {
    for (const training of [true, false]) {
      it(`changes neither values nor gradients, training ${training}, ${engine.name}`, () => {
        const inputShape = [3, 6];
        const count = 7;
        const size = 3 * 6 * count;
        const wave = (length: number, turn: number) =>
          Array.from({ length }, (_, place) => Math.sin(turn * (place + 1)));
        const x = wave(size, 1.7);
        const problem = { inputShape, count, training, x };
        const parameters = [wave(6, 2), wave(6, 3), wave(6, 5), wave(6, 7).map(Math.abs)];
        const upstream = wave(size, 0.9);
        const plain = batchNorm();
        const [fused] = fuseRelus([plain, relu()]);
        const run = (layer: Layer, given: readonly number[], above: readonly number[]) =>
          runLayer(layer, { ...problem, x: given, parameters, upstream: above }, engine);
        const bare = { ...problem, parameters: [], upstream };
        const apart = run(plain, x, upstream).output;
        const rectified = runLayer(relu(), { ...bare, x: apart }, engine);
        const expected = run(plain, x, rectified.inputGradient);
        const together = run(fused, x, upstream);
        // Of the same operations in the same order.
        expect(together).toEqual({ ...expected, output: rectified.output });
        expect(together.output.some((value) => value > 0)).toBe(true);
        expect(together.output.some((value) => value === 0)).toBe(true);
      });
    }
  }
});
