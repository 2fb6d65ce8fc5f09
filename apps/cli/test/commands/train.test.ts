import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { decodeModel } from '@sig/edge';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageFolder, writePicture } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const out = (): string => join(temporaryFolder(), 'model.safetensors');

test('a folder without parts is trained on, with a share kept aside for validation', async () => {
  const folder = await imageFolder({ count: 20 });
  const model = out();
  const args = ['train', folder, '--out', model, ...QUICK, '--validation', '0.25', '--json'];
  const { code, stdout, stderr } = await runSig(args);
  expect(code).toBe(0);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({
    model,
    classes: ['flat', 'ramp'],
    images: { train: 40, test: 0 },
    skipped: 0,
    epochs: 30,
    ended: 'epochs',
    seed: 0,
    threads: 1,
    params: 9752,
  });
  expect(result).not.toHaveProperty('test');
  expect(result.validationAccuracy).toBeGreaterThanOrEqual(0);
  expect(result.history).toHaveLength(30);
  expect(result.bytes).toBe(readFileSync(model).length);
  expect(result.peakMemoryBytes).toBeGreaterThan(1e6);
  expect(result.seconds.total).toBeGreaterThan(0);
  expect(stderr).toMatch(/^train: 40 images, 16×16 RGB, read in \d/m);
  expect(stderr).toMatch(
    /^epoch {2}1\/30 · loss \d.* · accuracy .* % · validation .* % · [\d,]+ images\/s · .* left/m,
  );
});

test('test images are evaluated once at the end', async () => {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  const { code, stdout, stderr } = await runSig(['train', folder, '--out', out(), ...QUICK]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^on the 24 test images:$/m);
  expect(stdout).toMatch(/^actual ╲ predicted/m);
  expect(stdout).toMatch(/^peak memory +\d/m);
  expect(stderr).toMatch(/^test: 24 images/m);
});

test('the same seed gives the same file, another seed another one', async () => {
  const folder = await imageFolder();
  const train = async (seed: string): Promise<Uint8Array> => {
    const model = out();
    const args = [...QUICK, '--augment', 'flip,noise', '--dropout', '0.4', '--seed', seed];
    expect((await runSig(['train', folder, '--out', model, '--quiet', ...args])).code).toBe(0);
    return readFileSync(model);
  };
  const [first, again, other] = [await train('5'), await train('5'), await train('6')];
  expect(Buffer.compare(first, again)).toBe(0);
  expect(Buffer.compare(first, other)).not.toBe(0);
});

test('grey pictures are found to be grey', async () => {
  const folder = await imageFolder({ grey: true });
  const model = out();
  expect((await runSig(['train', folder, '--out', model, ...QUICK, '--quiet'])).code).toBe(0);
  expect(decodeModel(readFileSync(model)).recipe.channels).toBe('grey');
});

test('paths have time and a basepoint unless told otherwise', async () => {
  const folder = await imageFolder();
  const model = out();
  const few = ['--size', '16', '--epochs', '1', '--head', 'fc', '--quiet'];
  expect((await runSig(['train', folder, '--out', model, ...few])).code).toBe(0);
  expect(decodeModel(readFileSync(model)).recipe).toMatchObject({
    direction: 'both',
    time: true,
    basepoint: true,
  });
});

test('every option reaches the model', async () => {
  const folder = await imageFolder();
  const model = out();
  const { code, stderr } = await runSig([
    ...['train', folder, '--out', model, '--size', '32x24', '--depth', '2', '--channels', 'rgb'],
    ...['--direction', 'both', '--head', 'cnn1d', '--hidden', '7', '--time', '--no-basepoint'],
    ...['--epochs', '2', '--batch', '4', '--learning-rate', '0.003', '--schedule', 'cosine'],
    ...['--optimizer', 'adamW', '--weight-decay', '0.01', '--loss', 'focal', '--gamma', '1.5'],
    ...['--class-weights', '1,2', '--label-smoothing', '0.1', '--dropout', '0.2', '--seed', '9'],
    ...['--augment', 'flip,shift:2', '--validation', '0.3', '--patience', '5', '--limit', '10'],
    ...['--clip-norm', '2', '--mixup', '0.2', '--ema', '0.5', '--warm-up', '0.25'],
    ...['--positive', 'flat', '--threads', '2', '--strict', '--quiet', '--fit', 'pad'],
  ]);
  // So few steps teach nothing.
  expect(stderr).toMatch(/^(warning: the last training loss.*\n)?$/);
  expect(code).toBe(0);
  const { recipe, training, architecture } = decodeModel(readFileSync(model));
  expect(recipe).toMatchObject({
    width: 32,
    height: 24,
    depth: 2,
    direction: 'both',
    time: true,
    basepoint: false,
    fit: 'pad',
  });
  expect(architecture.layers.map(({ kind }) => kind)).toContain('conv1d');
  expect(training).toMatchObject({
    images: 10,
    positive: 'flat',
    options: {
      batch: 4,
      learningRate: 0.003,
      schedule: 'cosine',
      optimizer: 'adamW',
      loss: 'focal',
      classWeights: [1, 2],
      labelSmoothing: 0.1,
      dropout: 0.2,
      augment: ['flip:0.5', 'shift:2'],
      validation: 0.3,
      seed: 9,
      clipNorm: 2,
      mixup: 0.2,
      ema: 0.5,
      warmUp: 0.25,
    },
  });
});

test('the transformer head is trained, and its model opens again', async () => {
  const folder = await imageFolder();
  const model = out();
  const options = ['--size', '24', '--depth', '2', '--epochs', '1', '--head', 'transformer'];
  expect((await runSig(['train', folder, '--out', model, ...options, '--quiet'])).code).toBe(0);
  const { architecture, training } = decodeModel(readFileSync(model));
  expect(architecture.layers.map(({ kind }) => kind)).toContain('residual');
  expect(training).toMatchObject({ options: { optimizer: 'adamW', learningRate: 0.001 } });
  const { code, stdout } = await runSig(['info', model]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/residual +layerNorm → multiHeadAttention/);
  expect((await runSig(['eval', model, folder])).code).toBe(0);
});

test('a head of one’s own is trained, and its model opens again', async () => {
  const folder = await imageFolder();
  const model = out();
  const head = join(temporaryFolder(), 'my-head.mjs');
  const layers = fileURLToPath(import.meta.resolve('@sig/heads'));
  const train = (body: string) => {
    writeFileSync(
      head,
      `import { dense, flatten, gelu } from ${JSON.stringify(pathToFileURL(layers).href)};\n${body}`,
    );
    const few = ['--size', '16', '--epochs', '1', '--head', head, '--quiet'];
    return runSig(['train', folder, '--out', model, ...few]);
  };
  const { code, stderr } = await train(
    'export const head = (shape, classes) => [flatten(), dense(6), gelu(), dense(classes)];',
  );
  expect(stderr).toBe('');
  expect(code).toBe(0);
  const { architecture, training } = decodeModel(readFileSync(model));
  const kinds = architecture.layers.map(({ kind }) => kind);
  expect(kinds).toEqual(['flatten', 'dense', 'gelu', 'dense']);
  expect(training).toMatchObject({ options: { head: 'my-head.mjs' } });

  const refused = async (body: string, message: RegExp): Promise<void> => {
    const run = await train(body);
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  };
  await refused('export const layers = 3;', /must export a function head.*got layers/);
  await refused('export const head = () => 3;', /must return a list of layers/);
  await refused(
    'export const head = (shape, classes) => [dense(classes)];',
    /the head of .*my-head.mjs does not fit: layer 0 \(dense\): dense takes a shape \[features\], got \[\d+,\d+\]/,
  );
  await refused(
    'export const head = (_, n) => [{ ...flatten(), kind: "own" }, dense(n)];',
    /no layer is of kind own; .*a model file holds no code/,
  );
  await refused(
    'export const head = () => [flatten(), dense(4), dense(3)];',
    /layer 2 \(dense\): the last layer must put out \[2\], one number for each class, got \[3\]/,
  );
  await refused(
    'export const head = () => [gelu()];',
    /layer 0 \(gelu\): the last layer must put out \[classes\], got \[\d+,\d+\]; end with flatten/,
  );
  await refused(
    'export const head = () => [flatten(), dense(0)];',
    /the head of .*my-head.mjs failed: dense: units must be a positive integer, got 0/,
  );
});

test('a layer of one’s own is trained, and its code is asked for where the model is used', async () => {
  const folder = await imageFolder();
  const model = out();
  const module = join(temporaryFolder(), 'my-layers.mjs');
  const heads = pathToFileURL(fileURLToPath(import.meta.resolve('@sig/heads'))).href;
  writeFileSync(
    module,
    `import { dense, flatten, relu } from ${JSON.stringify(heads)};
     const rectify = () => ({ ...relu(), kind: 'rectify' });
     export const head = (shape, classes) => [flatten(), dense(6), rectify(), dense(classes)];
     export const layers = { rectify };`,
  );
  const few = ['--size', '16', '--epochs', '1', '--head', module, '--quiet'];
  expect(await runSig(['train', folder, '--out', model, ...few])).toMatchObject({ code: 0 });
  const bare = await runSig(['info', model]);
  expect(bare.code).toBe(1);
  expect(bare.stderr).toMatch(/no layer is of kind rectify; .*as --layers/);
  const picture = join(folder, 'ramp', '1.png');
  const small = out();
  for (const args of [
    ['info', model],
    ['eval', model, folder],
    ['predict', model, picture],
    ['quantize', model, '--out', small, '--data', folder, '--mode', 'int8', '--calibrate', '8'],
  ]) {
    expect(await runSig([...args, '--layers', module])).toMatchObject({ code: 0 });
  }
  const exported = await runSig(['export', model, '--to', 'onnx']);
  expect(exported.code).toBe(1);
  expect(exported.stderr).toMatch(
    /no layer is of kind rectify; .*; none of one’s own can be exported\n$/,
  );
  writeFileSync(module, 'export const head = 3;');
  const none = await runSig(['info', model, '--layers', module]);
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/--layers .*my-layers.mjs must export layers, .*got none/);
  writeFileSync(module, 'export const layers = { rectify: 3 };');
  const wrong = await runSig(['info', model, '--layers', module]);
  expect(wrong.stderr).toMatch(/must export layers as an object of functions/);
});

test('the separable head is trained on pixels', async () => {
  const folder = await imageFolder();
  const model = out();
  const options = ['--transform', 'pixels', '--size', '16', '--epochs', '1'];
  const args = ['train', folder, '--out', model, ...options, '--head', 'separable', '--quiet'];
  expect((await runSig(args)).code).toBe(0);
  expect((await runSig(['eval', model, folder])).code).toBe(0);
});

test('the field head is trained on a field, measured, predicted with and described', async () => {
  const folder = await imageFolder();
  const model = out();
  const options = ['--size', '24', '--epochs', '2', '--widths', '8,12', '--json', '--quiet'];
  const trained = await runSig(['train', folder, '--out', model, '--head', 'field', ...options]);
  expect(trained.code).toBe(0);
  const { recipe, training } = decodeModel(readFileSync(model));
  const field = { transform: 'field', window: 8, stride: 4, moments: true, depth: 2 };
  expect(recipe).toMatchObject({ ...field, direction: 'both', time: false, basepoint: false });
  expect(training?.options).toMatchObject({
    // Few images are learned in small batches.
    ...{ head: 'field', optimizer: 'adamW', learningRate: 1e-2, batch: 16, dropout: 0 },
    ...{ schedule: 'one-cycle', labelSmoothing: 0.05 },
  });
  expect((await runSig(['eval', model, folder])).code).toBe(0);
  expect((await runSig(['predict', model, join(folder, 'ramp', '1.png')])).code).toBe(0);
  const { stdout } = await runSig(['info', model]);
  expect(stdout).toMatch(
    /^images +24×24 RGB, field of 8×8 windows at stride 4: signatures of depth 2 of the rows and columns, mean and deviation$/m,
  );
  expect(stdout).toMatch(/^features +\[5, 5, 30\]/m);
});

test('a learned field is trained on pixels, predicted with and described', async () => {
  const folder = await imageFolder();
  const model = out();
  const windows = ['--window', '4', '--stride', '2', '--direction', 'rows', '--no-moments'];
  const shape = [
    '--paths',
    '4',
    '--front-stride',
    '2',
    '--widths',
    '8,12',
    '--strides',
    '1',
    '--normalise',
    '--pool',
    'attention',
  ];
  const options = ['--size', '24', '--epochs', '2', ...windows, ...shape, '--json', '--quiet'];
  const head = ['--head', 'learned-field'];
  const trained = await runSig(['train', folder, '--out', model, ...head, ...options]);
  expect(trained.code).toBe(0);
  const { recipe, architecture, training } = decodeModel(readFileSync(model));
  expect(recipe).toMatchObject({ transform: 'pixels', direction: 'rows', depth: 1 });
  expect(architecture.layers.slice(1, 5)).toMatchObject([
    { kind: 'conv2d', options: { filters: 4, size: 3, stride: 2, padding: 1 } },
    { kind: 'batchNorm' },
    { kind: 'tanh' },
    {
      kind: 'signatureField',
      options: { window: 4, stride: 2, direction: 'rows', moments: false },
    },
  ]);
  expect(architecture.layers.at(-3)).toEqual({ kind: 'sequencePool', options: { start: 'mean' } });
  expect(training?.options).toMatchObject({
    ...{ head: 'learned-field', optimizer: 'adamW', learningRate: 1e-2, batch: 16, dropout: 0 },
  });
  expect((await runSig(['eval', model, folder])).code).toBe(0);
  expect((await runSig(['predict', model, join(folder, 'ramp', '1.png')])).code).toBe(0);
  const { stdout } = await runSig(['info', model]);
  expect(stdout).toMatch(/^signatureField .*\[5, 5, 20\]/m);
});

test('windows, strides and moments of a field can be chosen, and MNIST has time in them', async () => {
  const model = out();
  const windows = ['--transform', 'field', '--window', '6', '--stride', '5', '--no-moments'];
  const quick = ['--limit', '200', '--epochs', '1', '--widths', '4', '--threads', '1', '--quiet'];
  expect((await runSig(['train', 'mnist', '--out', model, ...windows, ...quick])).code).toBe(0);
  const { recipe, architecture } = decodeModel(readFileSync(model));
  expect(recipe).toMatchObject({ window: 6, stride: 5, moments: false, time: true });
  expect(architecture.inputShape).toEqual([5, 5, 12]);
});

test('pixels can be trained on without signatures', async () => {
  const folder = await imageFolder();
  const model = out();
  const args = ['train', folder, '--out', model, '--size', '16', '--head', 'fc', '--epochs', '2'];
  const { code } = await runSig([...args, '--transform', 'pixels', '--quiet']);
  expect(code).toBe(0);
  expect(decodeModel(readFileSync(model)).recipe).toMatchObject({ transform: 'pixels', depth: 1 });
});

test('copies are trained on as well, told in the result, and give the same file again', async () => {
  const folder = await imageFolder();
  const [first, second] = [out(), out()];
  const args = ['--copies', 'flip,rotation:20,brightness:40', ...QUICK, '--epochs', '2', '--json'];
  const run = await runSig(['train', folder, '--out', first, ...args]);
  expect(run.code).toBe(0);
  expect(JSON.parse(run.stdout)).toMatchObject({ images: { train: 24, test: 0 }, copies: 3 });
  expect(decodeModel(readFileSync(first)).training).toMatchObject({
    images: 24,
    options: { copies: ['flip:1', 'rotation:20', 'brightness:40'] },
  });
  expect((await runSig(['train', folder, '--out', second, ...args])).code).toBe(0);
  expect(Buffer.compare(readFileSync(first), readFileSync(second))).toBe(0);
});

test('a model that was trained on cropped images crops what it predicts', async () => {
  const folder = await imageFolder();
  const model = out();
  const args = ['--fit', 'crop', ...QUICK, '--quiet'];
  expect((await runSig(['train', folder, '--out', model, ...args])).code).toBe(0);
  const place = temporaryFolder();
  const [wide, middle] = [join(place, 'wide.png'), join(place, 'middle.png')];
  await writePicture(wide, { width: 40, height: 20, slope: 0.7 });
  await sharp(wide).extract({ left: 10, top: 0, width: 20, height: 20 }).toFile(middle);
  const { stdout } = await runSig(['predict', model, wide, middle, '--json']);
  const [first, second] = JSON.parse(stdout).predictions;
  expect(first.probabilities).toEqual(second.probabilities);
  expect((await runSig(['info', model])).stdout).toMatch(/^images +16×16 RGB \(cropped\)/m);
});

test('with a patience, training stops when validation gets no better', async () => {
  const folder = await imageFolder();
  const args = ['--patience', '1', '--epochs', '2000', '--learning-rate', '0.5', '--json'];
  const { stdout } = await runSig(['train', folder, '--out', out(), ...QUICK, ...args]);
  const { ended, history, epoch } = JSON.parse(stdout);
  expect(ended).toBe('early-stopping');
  expect(history.length).toBeLessThan(2000);
  expect(epoch).toBeLessThan(history.length);
});

test('--quiet leaves stderr empty', async () => {
  const folder = await imageFolder();
  const { stderr } = await runSig(['train', folder, '--out', out(), ...QUICK, '--quiet']);
  expect(stderr).toBe('');
});

test('MNIST is trained on, measured and predicted', async () => {
  const model = out();
  const args = ['--limit', '2000', '--epochs', '3', '--threads', '2', '--json', '--quiet'];
  const trained = await runSig(['train', 'mnist', '--out', model, ...args]);
  expect(trained.code).toBe(0);
  const result = JSON.parse(trained.stdout);
  expect(result.images).toEqual({ train: 2000, test: 10_000 });
  const measured = await runSig(['eval', model, 'mnist', '--threads', '2', '--json', '--quiet']);
  const { accuracy, confusion } = JSON.parse(measured.stdout);
  expect(accuracy).toBe(result.test.accuracy);
  expect(confusion).toEqual(result.test.confusion);
  // Ten classes by chance are right once in ten times.
  expect(accuracy).toBeGreaterThan(0.4);
});

test('who stops reading the progress does not stop the training', async () => {
  const folder = await imageFolder();
  const model = out();
  const { code, stdout } = await runSig(['train', folder, '--out', model, ...QUICK, '--json'], {
    onStderr: (child) => child.stderr?.destroy(),
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ model, ended: 'epochs' });
  expect(existsSync(model)).toBe(true);
});

test('the result counts what was skipped, even without progress', async () => {
  const folder = await imageFolder();
  writeFileSync(join(folder, 'flat', 'bad.png'), 'no picture');
  const model = out();
  const { stdout } = await runSig(['train', folder, '--out', model, ...QUICK, '--quiet']);
  expect(stdout).toMatch(/^skipped +1 file$/m);
  const measured = await runSig(['eval', model, folder, '--quiet']);
  expect(measured.stdout).toMatch(/ · 1 file skipped$/m);
});
