import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

const entry = fileURLToPath(new URL('../src/index.ts', import.meta.url));

/** Bytes of everything that the package exports, bundled, minified and gzipped. */
async function bundleBytes(external: string[]): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external,
    write: false,
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

describe('the size of the package', () => {
  it('with its WebAssembly is at most 25 KB', async () => {
    const own = await bundleBytes(['ndarray', '@sig/kernels', '@sig/kernels/signature']);
    const wasm = readFileSync(
      createRequire(import.meta.url).resolve('@sig/kernels/signature.wasm'),
    );
    expect(own + gzipSync(wasm, { level: 9 }).length).toBeLessThanOrEqual(25_000);
  });

  it('with all that it depends on, engine, threads, scalar twins and ndarray, is at most 34 KB', async () => {
    expect(await bundleBytes([])).toBeLessThanOrEqual(34_000);
  });
});
