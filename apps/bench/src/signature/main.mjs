// Signatures, log-signatures and their gradients over the shapes of images, batches and long paths:
// medians of microseconds an image, or a batch where there is one, on one and on two threads.
//
//   node apps/bench/src/signature/main.mjs [--out figures.json]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { createSignatureEngine } from '@sig/tensor-algebra';
import { runShape } from './run-shape.mjs';
import { shapes } from './shapes.mjs';
import { table } from './table.mjs';

const USAGE = 'usage: node apps/bench/src/signature/main.mjs [--out figures.json]';

/** The options given; ends with the usage where there are others. */
function options() {
  try {
    const known = /** @type {const} */ ({ out: { type: 'string' }, help: { type: 'boolean' } });
    return parseArgs({ options: known }).values;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
    process.exit(2);
  }
}

const values = options();
if (values.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit(0);
}
const engines = [
  await createSignatureEngine({ threads: 1 }),
  await createSignatureEngine({ threads: 2 }),
];
const results = shapes.map((shape) => {
  process.stderr.write(
    `${shape.channels} channels, depth ${shape.depth}, ${shape.length} points\n`,
  );
  return { shape, figures: runShape(shape, engines) };
});
for (const engine of engines) engine.close();

const machine = `${cpus()[0].model}, Node ${process.versions.node}`;
process.stdout.write(
  `${machine}; µs an image, or a batch for the last three shapes; float32\n\n${table(results)}\n`,
);
if (values.out !== undefined) {
  writeFileSync(values.out, `${JSON.stringify({ machine, results }, null, 2)}\n`);
}
