// Flash, RAM and instructions of exported C on a Cortex-M4F: CNN1D on 64×64 in two classes, float32
// and int8, compiled with arm-none-eabi-gcc and run on the emulated board mps2-an386, whose clock
// counts instructions.
//
//   node packages/edge/bench/c-export.bench.mjs [-Os]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { architectureToJSON, cnn1dHead, createNetwork, fcHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { exportC } from '../dist/export/index.js';
import { quantizeModel } from '../dist/index.js';

const BOARD = fileURLToPath(new URL('../test/export/c/board/', import.meta.url));
const CORTEX_M4F = ['-mcpu=cortex-m4', '-mthumb', '-mfpu=fpv4-sp-d16', '-mfloat-abi=hard'];
const optimise = process.argv[2] ?? '-O2';

const heads = {
  'CNN1D, rows': { recipe: defaultRecipe(), head: cnn1dHead },
  'CNN1D, both': { recipe: defaultRecipe({ direction: 'both' }), head: cnn1dHead },
  'FC, rows': { recipe: defaultRecipe(), head: fcHead },
};

/** A model with random weights, which costs what a trained one does. */
function modelOf({ recipe, head }, mode) {
  const inputShape = recipeShape(recipe);
  const network = createNetwork({ layers: head(inputShape, 2), inputShape, seed: 1 });
  const architecture = architectureToJSON(network);
  const labels = ['a', 'b'];
  const model = { kind: 'classifier', labels, recipe, architecture, weights: network.weights };
  if (mode === 'float32') return model;
  if (mode === 'dynamic-int8') return quantizeModel(model, { mode });
  const products = architecture.layers.flatMap(({ kind }, place) =>
    kind === 'conv1d' || kind === 'dense' ? [`${place}.${kind}`] : [],
  );
  const activation = { scale: Math.fround(0.02), zeroPoint: 0 };
  const activations = Object.fromEntries(products.map((name) => [name, activation]));
  return quantizeModel(model, { mode, activations });
}

/** Bytes of code with constants and of static memory, and instructions for one image. */
function measure(model) {
  const folder = mkdtempSync(join(tmpdir(), 'sig-c-'));
  const file = (name) => join(folder, name);
  try {
    const { header, source } = exportC(model);
    writeFileSync(file('model.h'), header);
    writeFileSync(file('model.c'), source);
    const { width, height, channels } = model.recipe;
    const size = width * height * (channels === 'rgb' ? 3 : 1);
    writeFileSync(
      file('pixels.bin'),
      Uint8Array.from({ length: size }, (_, at) => at * 37),
    );
    const flags = ['-std=c99', optimise, ...CORTEX_M4F];
    const gcc = (...args) => execFileSync('arm-none-eabi-gcc', [...flags, ...args]);
    gcc('-c', file('model.c'), '-o', file('model.o'));
    const sizes = execFileSync('arm-none-eabi-size', [file('model.o')], { encoding: 'utf8' });
    const [text, data, bss] = sizes.split('\n')[1].trim().split(/\s+/).map(Number);
    gcc(
      ...['-DCOUNT_INSTRUCTIONS', '--specs=rdimon.specs', '-I', folder],
      ...['-T', `${BOARD}mps2-an386.ld`, file('model.o'), `${BOARD}main.c`, `${BOARD}startup.c`],
      ...['-lm', '-o', file('program')],
    );
    const printed = execFileSync(
      'qemu-system-arm',
      [
        ...['-machine', 'mps2-an386', '-nographic', '-monitor', 'none', '-serial', 'none'],
        ...['-semihosting-config', 'enable=on,target=native', '-icount', 'shift=0'],
        ...['-kernel', file('program')],
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    return { flash: text + data, ram: data + bss, instructions: Number(printed) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const count = new Intl.NumberFormat('en').format;
process.stdout.write(`Cortex-M4F, ${optimise}; bytes without the C library; random weights\n\n`);
process.stdout.write('| model | mode | flash | RAM | instructions an image |\n');
process.stdout.write('| --- | --- | ---: | ---: | ---: |\n');
for (const [name, head] of Object.entries(heads)) {
  for (const mode of ['float32', 'dynamic-int8', 'int8']) {
    const { flash, ram, instructions } = measure(modelOf(head, mode));
    const figures = [flash, ram, instructions].map(count).join(' | ');
    process.stdout.write(`| ${name} | ${mode} | ${figures} |\n`);
  }
}
