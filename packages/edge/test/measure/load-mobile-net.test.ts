import * as node from 'onnxruntime-node';
import * as web from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { loadMobileNet, syntheticImage } from '../../src/measure/index.js';

web.env.wasm.numThreads = 1;

interface Probabilities {
  readonly probabilities: { readonly data: Float32Array; readonly dims: readonly number[] };
}

describe('MobileNetV2 to measure beside', () => {
  it('has its name, its published parameters, and four bytes for each of them and more', async () => {
    const mobileNet = await loadMobileNet(node, { provider: 'cpu' });
    expect(mobileNet).toMatchObject({ name: 'MobileNetV2 1.0@224', size: 224 });
    expect(mobileNet.cost.params).toBe(3_504_872);
    expect(mobileNet.cost.bytes).toBeGreaterThan(4 * 3_504_872);
    await mobileNet.release();
  });

  it('says the same in both runtimes, of pixels as of their numbers', async () => {
    const options = { alpha: 0.35, size: 32 };
    const inNode = await loadMobileNet(node, { ...options, provider: 'cpu' });
    const inWeb = await loadMobileNet(web, { ...options, provider: 'wasm' });
    expect(inNode.name).toBe('MobileNetV2 0.35@32');
    const { data } = syntheticImage(32, 32);
    const a = ((await inNode.runPixels(data)) as Probabilities).probabilities;
    const b = ((await inWeb.runPixels(data)) as Probabilities).probabilities;
    expect(a.dims).toEqual([1, 1000]);
    a.data.forEach((p, at) => {
      expect(b.data[at]).toBeCloseTo(p, 5);
    });
    // Its tensor is made of the last pixels.
    const again = ((await inNode.run()) as Probabilities).probabilities;
    expect(again.data).toEqual(a.data);
    await inNode.release();
    await inWeb.release();
  });

  it('is refused where it cannot be', async () => {
    const mobileNet = loadMobileNet(node, { alpha: 0, provider: 'cpu' });
    await expect(mobileNet).rejects.toThrow(/alpha must be above 0/);
  });
});

describe('a synthetic image', () => {
  it('is the same each time, has the size it is asked for, and no two rows alike', () => {
    const image = syntheticImage(40, 30);
    expect(image).toMatchObject({ width: 40, height: 30 });
    expect(image.data).toHaveLength(40 * 30 * 3);
    expect(syntheticImage(40, 30)).toEqual(image);
    const rows = Array.from(
      { length: 30 },
      (_, y) => `${image.data.subarray(120 * y, 120 * y + 120)}`,
    );
    expect(new Set(rows).size).toBe(30);
  });
});
