import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].contents;
}

it('plots with all that they depend on are at most 25 KB, minified and gzipped', async () => {
  const bytes = gzipSync(await bundle('plots/index.ts'), { level: 9 }).length;
  expect(bytes).toBeLessThanOrEqual(25_000);
});

it('who draws nothing does not load them', async () => {
  const text = new TextDecoder().decode(await bundle('index.ts'));
  expect(text).not.toContain('sig-plot');
});
