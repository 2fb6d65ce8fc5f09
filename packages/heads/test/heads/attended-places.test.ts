import { describe, expect, it } from 'vitest';
import {
  attendedPlaces,
  createNetwork,
  dense,
  fieldHead,
  layerNorm,
  predict,
  reshape,
  sequencePool,
} from '../../src/index.js';

const inputShape = [6, 9, 5];
const sample = Float32Array.from({ length: 6 * 9 * 5 }, (_, at) => Math.sin(at * at));

describe('attendedPlaces', () => {
  it('is the same share for each place of a field whose head has not learned', async () => {
    const layers = fieldHead(inputShape, 3, { widths: [4, 8], strides: [2], pool: 'attention' });
    const network = createNetwork({ layers, inputShape, seed: 1 });
    const places = await attendedPlaces(network, sample);
    expect(places?.shape).toEqual([3, 5]);
    for (const share of places?.values ?? []) expect(share).toBeCloseTo(1 / 15, 6);
  });

  it('weighs the places as the network does for its answer', async () => {
    const layers = [reshape([54, 5]), sequencePool(), dense(2)];
    const network = createNetwork({ layers, inputShape, seed: 4 });
    const places = await attendedPlaces(network, sample);
    expect(places?.shape).toEqual([6, 9]);
    const pooled = new Float32Array(5);
    places?.values.forEach((share, place) => {
      for (let c = 0; c < 5; c++) pooled[c] += share * sample[5 * place + c];
    });
    const behind = createNetwork({
      layers: [dense(2)],
      inputShape: [5],
      weights: {
        '0.dense.kernel': network.weights['2.dense.kernel'],
        '0.dense.bias': network.weights['2.dense.bias'],
      },
    });
    const expected = await predict(network, sample);
    (await predict(behind, pooled)).forEach((p, at) => {
      expect(Math.abs(p - expected[at])).toBeLessThan(1e-6);
    });
    expect(Math.max(...(places?.values ?? []))).toBeGreaterThan(2 / 54);
  });

  it('has one line of places for a sequence', async () => {
    const layers = [layerNorm(), sequencePool(), dense(2)];
    const network = createNetwork({ layers, inputShape: [54, 5], seed: 4 });
    expect((await attendedPlaces(network, sample))?.shape).toEqual([54]);
  });

  it('has nothing where no places are weighed behind other layers', async () => {
    const plain = createNetwork({ layers: fieldHead(inputShape, 3, { widths: [4] }), inputShape });
    expect(await attendedPlaces(plain, sample)).toBeUndefined();
    const first = createNetwork({ layers: [sequencePool(), dense(2)], inputShape: [54, 5] });
    expect(await attendedPlaces(first, sample)).toBeUndefined();
  });

  it('refuses a sample of another size', async () => {
    const layers = fieldHead(inputShape, 3, { widths: [4], pool: 'attention' });
    const network = createNetwork({ layers, inputShape });
    await expect(attendedPlaces(network, sample.subarray(1))).rejects.toThrow(RangeError);
  });
});
