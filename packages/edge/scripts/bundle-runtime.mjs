// Writes src/generated/: the runtime and its layers of a learned field, each as one minified script, for
// exports to inline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runtimeWasm } from '@sig/kernels/runtime';
import { build } from 'esbuild';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** A module as a script that defines a variable of this name. */
async function bundle(entry, globalName) {
  const { outputFiles } = await build({
    entryPoints: [path(entry)],
    bundle: true,
    minify: true,
    format: 'iife',
    globalName,
    platform: 'browser',
    target: 'es2022',
    write: false,
  });
  return outputFiles[0].text.trim();
}

/** Kernels in a script are written by their name: who has both the runtime and its text has them once. */
function write(name, what, constant, script) {
  const parts = script.split(runtimeWasm).map((part) => JSON.stringify(part));
  const imports = parts.length > 1 ? "import { runtimeWasm } from '@sig/kernels/runtime';\n\n" : '';
  const comment = `/** ${what}; written by bundle-runtime.mjs. */`;
  const text = `${imports}${comment}\nexport const ${constant} =\n  ${parts.join(' +\n  runtimeWasm +\n  ')};\n`;
  writeFileSync(path(`../src/generated/${name}`), text);
}

mkdirSync(path('../src/generated'), { recursive: true });
const [runtime, field] = await Promise.all([
  bundle('../src/runtime/index.ts', 'runtime'),
  bundle('../src/runtime/field/index.ts', 'field'),
]);
write('runtime-text.ts', 'The runtime as a script that defines `runtime`', 'runtimeText', runtime);
write(
  'field-text.ts',
  'Its layers of a learned field as one that defines `field`',
  'fieldText',
  field,
);
