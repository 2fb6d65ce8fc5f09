import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';

describe('the layers for the runtime', () => {
  it('are at most 1,300 bytes, minified and gzipped', async () => {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL('../../src/runtime/index.ts', import.meta.url))],
      bundle: true,
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: 'es2022',
      write: false,
    });
    const { length } = gzipSync(outputFiles[0].contents, { level: 9 });
    expect(length).toBeLessThanOrEqual(1300);
  });
});
