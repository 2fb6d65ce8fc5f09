// Writes src/generated/extension-text.ts: the runtime's layers as one minified script, for exports to
// inline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

const { outputFiles } = await build({
  entryPoints: [path('../src/runtime/index.ts')],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'extension',
  platform: 'browser',
  target: 'es2022',
  write: false,
});
const text = JSON.stringify(outputFiles[0].text.trim());
mkdirSync(path('../src/generated'), { recursive: true });
writeFileSync(
  path('../src/generated/extension-text.ts'),
  `/** A script that defines \`extension\`; written by bundle-extension.mjs. */\nexport const extensionText =\n  ${text};\n`,
);
