import { describe, expect, it } from 'vitest';
import { clusterClasses, createFeatureNet, engineBytes, netBytes } from '../../src/index.js';

describe('engineBytes', () => {
  const network = createFeatureNet({ filters: [2, 3], inputShape: [10, 10, 1] });

  it('counts filters, scales and biases of a net', () => {
    // 3·3·1·2 + 2 and 3·3·2·3 + 3 parameters.
    expect(netBytes(network, 'float32')).toBe(4 * (18 + 2 + 54 + 3));
    expect(netBytes(network, 'int8')).toBe(18 + 54 + 4 * (2 + 3) + 4 * (2 + 3));
  });

  it('counts the references and their labels, and a projection', async () => {
    const samples = { features: Float32Array.of(0, 1, 2, 3, 4, 5), labels: [0, 1, 1] };
    const plain = await clusterClasses(samples, { count: 2 });
    expect(engineBytes(network, plain, 'float32')).toBe(308 + 2 * 2 * 4 + 2);
    expect(engineBytes(network, plain)).toBe(112 + 2 * 2 + 4 + 2);
    const projection = { weight: Float32Array.of(1, 2), bias: Float32Array.of(0) };
    const small = await clusterClasses(samples, { count: 2, projection });
    expect(engineBytes(network, small, 'float32')).toBe(308 + 8 + 4 + 2 * 4 + 2);
    expect(engineBytes(network, small)).toBe(112 + 2 + 4 + 4 + 2 + 4 + 2);
  });
});
