// From a folder of JPEGs to a trained step: microseconds an image of each stage at 64 pixels, on one
// and on two threads. Decoding happens once a training, the other stages in every epoch.
//
//   node apps/bench/src/pipeline/main.mjs <folder of classes> [--images 512] [--out figures.json]
import { existsSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { decodeItems, readFolder } from '@sig/image-paths/node';
import { measureStep } from './measure-step.mjs';
import { AUGMENTATION, networks } from './networks.mjs';
import { pipelineTable } from './pipeline-table.mjs';

const USAGE =
  'usage: node apps/bench/src/pipeline/main.mjs <folder of classes> [--images 512] [--out figures.json]';
const EPOCHS = 40;

/** The folder, the number of images and where to write; ends with the usage where they are wrong. */
function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { images: { type: 'string', default: '512' }, out: { type: 'string' } },
    });
    const images = Number(values.images);
    if (positionals.length !== 1)
      throw new Error(`one folder is wanted, got ${positionals.length}`);
    if (!Number.isInteger(images) || images < 1) {
      throw new Error(`--images must be a positive integer, got ${values.images}`);
    }
    return { folder: positionals[0], images, out: values.out };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
    process.exit(2);
  }
}

const { folder, images: wanted, out } = options();
if (!existsSync(folder)) {
  process.stdout.write(`skipped: there is no folder ${folder}\n`);
  process.exit(0);
}
const { classes, train } = await readFolder(folder);
const apart = Math.max(1, train.length / wanted);
// From all over the set: images of a class may be alike.
const items = Array.from({ length: Math.min(wanted, train.length) }, (_, place) => {
  return train[Math.floor(place * apart)];
});
const size = { width: 64, height: 64, channels: /** @type {const} */ (3) };
const started = performance.now();
const images = await decodeItems(items, { ...size, strict: true });
const decode = ((performance.now() - started) * 1000) / images.count;

/** @type {import('./pipeline-table.mjs').Figures[]} */
const figures = [];
for (const choice of networks) {
  for (const threads of [1, 2]) {
    process.stderr.write(`${choice.name}, threads: ${threads}\n`);
    const step = await measureStep(choice, images, classes, threads);
    figures.push({ network: choice.name, threads, decode, ...step });
  }
}
const machine = `${cpus()[0].model}, Node ${process.versions.node}`;
process.stdout.write(
  `${machine}; ${images.count} images decoded on all of Node's threads; ${AUGMENTATION}; batches of 128\n\n` +
    `${pipelineTable(figures, EPOCHS)}\n`,
);
if (out !== undefined) {
  writeFileSync(out, `${JSON.stringify({ machine, epochs: EPOCHS, figures }, null, 2)}\n`);
}
