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
  it('is at most 16 KB', async () => {
    expect(await bundleBytes(['@sig/*'])).toBeLessThanOrEqual(16_000);
  });

  it('with all that it depends on, layers, training, strategies and kernels, is at most 60 KB', async () => {
    expect(await bundleBytes([])).toBeLessThanOrEqual(60_000);
  });
});
