// Compiles each kernel family from AssemblyScript and writes it twice: as dist/NAME.wasm, and as a
// TypeScript module that holds the same bytes as text, so that one bundled file is enough.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { generateSignatureSteps } from './generate-signature-steps.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
// Hexadecimal digits; src/from-letters.ts, which has the same, says why.
const LETTERS = 'etaoinsrhldcumfp';
const MAXIMUM_PAGES = 65536;
// Signature kernels are many and are served to browsers, so there functions are not copied inline.
const FAMILIES = [
  { name: 'signature', shrinkLevel: '1' },
  { name: 'linear', shrinkLevel: '0' },
  { name: 'field', shrinkLevel: '0' },
  { name: 'integers', shrinkLevel: '0' },
  { name: 'runtime', shrinkLevel: '1' },
];

await mkdir(`${root}dist`, { recursive: true });
await mkdir(`${root}src/generated`, { recursive: true });

await generateSignatureSteps();

for (const { name, shrinkLevel } of FAMILIES) {
  const { error, stderr } = await asc.main([
    `assembly/${name}/index.ts`,
    '--baseDir',
    root,
    '--outFile',
    `dist/${name}.wasm`,
    '--enable',
    'simd',
    '--runtime',
    'stub',
    '--importMemory',
    '--initialMemory',
    '1',
    '--maximumMemory',
    String(MAXIMUM_PAGES),
    '--optimizeLevel',
    '3',
    '--shrinkLevel',
    shrinkLevel,
    '--noAssert',
  ]);
  if (error) {
    process.stderr.write(`${stderr.toString()}\n${error.message}\n`);
    process.exit(1);
  }
  const wasm = await readFile(`${root}dist/${name}.wasm`);
  const text = wasm.toString('hex').replace(/./g, (digit) => LETTERS[Number.parseInt(digit, 16)]);
  await writeFile(
    `${root}src/generated/${name}-wasm.ts`,
    `/** assembly/${name}, compiled; ${wasm.length} bytes. */\nexport const ${name}Wasm =\n  '${text}';\n`,
  );
  process.stdout.write(`${name}.wasm ${wasm.length} bytes\n`);
}
