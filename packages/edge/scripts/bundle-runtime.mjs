// Writes src/generated/runtime-text.ts: the runtime as one minified script, for exports to inline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [path('../src/runtime/index.ts')],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'runtime',
  platform: 'browser',
  target: 'es2022',
  write: false,
});
const text = JSON.stringify(outputFiles[0].text.trim());
mkdirSync(path('../src/generated'), { recursive: true });
writeFileSync(
  path('../src/generated/runtime-text.ts'),
  `/** The runtime as a script that defines \`runtime\`; written by bundle-runtime.mjs. */\nexport const runtimeText =\n  ${text};\n`,
);
