// Writes src/generated/: the runtime and its layers of a learned field, each as one minified script, for
// exports to inline.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
  return JSON.stringify(outputFiles[0].text.trim());
}

function write(name, what, constant, text) {
  const comment = `/** ${what}; written by bundle-runtime.mjs. */`;
  const file = path(`../src/generated/${name}`);
  writeFileSync(file, `${comment}\nexport const ${constant} =\n  ${text};\n`);
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
