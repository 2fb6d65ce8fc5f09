import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

async function bundle(source: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: {
      contents: source,
      resolveDir: fileURLToPath(new URL('../src', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].contents;
}

const zipped = (bytes: Uint8Array): number => gzipSync(bytes, { level: 9 }).length;

it('the search and all around a policy is at most 6 KB, minified and gzipped', async () => {
  const source = `export { findFront, scoreStages, createPolicy, parsePolicy, evaluatePolicy } from './index.ts'`;
  expect(zipped(await bundle(source))).toBeLessThanOrEqual(6_000);
});

it('what runs a policy is at most 12 KB, minified and gzipped', async () => {
  const source = `export { runCascade, functionStage, parsePolicy, driftOf } from './index.ts'`;
  expect(zipped(await bundle(source))).toBeLessThanOrEqual(12_000);
});

it('plots are at most 25 KB, minified and gzipped, and who draws nothing does not load them', async () => {
  expect(zipped(await bundle(`export * from './plots/index.ts'`))).toBeLessThanOrEqual(25_000);
  const rest = new TextDecoder().decode(await bundle(`export * from './index.ts'`));
  expect(rest).not.toContain('sig-plot');
});
