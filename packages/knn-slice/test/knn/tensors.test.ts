import { describe, expect, it } from 'vitest';
import { createKnn, knnFromTensors, knnToTensors } from '../../src/index.js';

const knn = createKnn(Float32Array.of(0, 1, 2, 3), [0, 1], { k: 1, vote: 'distance', classes: 4 });

describe('knnToTensors', () => {
  it('holds all of a k-NN, with shapes', () => {
    const { json, tensors } = knnToTensors(knn);
    expect(JSON.parse(JSON.stringify(json))).toEqual({ k: 1, vote: 'distance', classes: 4 });
    expect(tensors.references.shape).toEqual([2, 2]);
    expect(knnFromTensors({ json, tensors })).toEqual(knn);
  });

  it('is checked when read', () => {
    const { json, tensors } = knnToTensors(knn);
    expect(() => knnFromTensors({ json: { ...json, k: 9 }, tensors })).toThrow('k must be');
    const wrong = { shape: [2], data: new Float32Array(2) as unknown as Int32Array };
    expect(() => knnFromTensors({ json, tensors: { ...tensors, labels: wrong } })).toThrow(
      'labels in int32',
    );
  });
});
