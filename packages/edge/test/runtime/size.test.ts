import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bundleRuntime } from './bundle-runtime.js';

describe('the runtime', () => {
  it('is at most 12 KB, minified and gzipped, with its WebAssembly', async () => {
    const bundle = await bundleRuntime();
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
  });

  it('takes the layers of a learned field in 1,300 bytes more', async () => {
    const bundle = await bundleRuntime('field/index.ts');
    expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(1300);
  });

  it('has WebAssembly so small that every browser compiles it at once on a page', () => {
    const file = createRequire(import.meta.url).resolve('@sig/kernels/runtime.wasm');
    expect(readFileSync(file).length).toBeLessThanOrEqual(4096);
  });
});
