import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The runtime, or a part of it, as a page loads it: one minified ES module. */
export async function bundleRuntime(entry = 'index.ts'): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../src/runtime/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].contents;
}
