import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../../src/runtime/index.ts', import.meta.url));

describe('the runtime', () => {
  it('is at most 12 KB, minified and gzipped, with its WebAssembly', async () => {
    const { outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      write: false,
    });
    expect(gzipSync(outputFiles[0].contents, { level: 9 }).length).toBeLessThanOrEqual(12_000);
  });

  it('has WebAssembly so small that every browser compiles it at once on a page', () => {
    const file = createRequire(import.meta.url).resolve('@sig/kernels/runtime.wasm');
    expect(readFileSync(file).length).toBeLessThanOrEqual(4096);
  });
});
