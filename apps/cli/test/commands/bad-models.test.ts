import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel, decodeSafetensors, encodeModel, encodeSafetensors } from '@sig/edge';
import { beforeAll, expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
let model: string;
let bytes: Uint8Array;

beforeAll(async () => {
  ({ folder, model } = await trainedModel());
  bytes = readFileSync(model);
});

async function expectRefusal(args: readonly string[], message: RegExp, code = 1): Promise<void> {
  const run = await runSig(args);
  expect(run.stderr).toMatch(message);
  expect(run.stderr).toMatch(/^sig: error: .*\n$/);
  expect(run.stdout).toBe('');
  expect(run.code).toBe(code);
}

/** A model file with these bytes. */
function fileOf(content: Uint8Array | string): string {
  const file = join(temporaryFolder(), 'bad.safetensors');
  writeFileSync(file, content);
  return file;
}

test('every command says that a model is cut short', async () => {
  const file = fileOf(bytes.subarray(0, bytes.length - 100));
  const message =
    /bad\.safetensors: the model file is cut short: \d+ bytes of at least \d+ are there/;
  await expectRefusal(['info', file], message);
  await expectRefusal(['eval', file, folder], message);
  await expectRefusal(['predict', file, 'mnist:0'], message);
});

test('a damaged model is told by its checksum', async () => {
  const damaged = Uint8Array.from(bytes);
  damaged[damaged.length - 5] ^= 4;
  await expectRefusal(
    ['info', fileOf(damaged)],
    /damaged: its checksum is .*; copy it again or train/,
  );
});

test('a model of a newer version asks for an update', async () => {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const newer = encodeSafetensors(tensors, { ...metadata, format_version: '7' });
  await expectRefusal(
    ['predict', fileOf(newer), 'mnist:0'],
    /format version 7, this program reads up to 1; update sig/,
  );
});

test('predict says that a model of enormous weights gives no probabilities', async () => {
  const read = decodeModel(bytes);
  const weights = Object.fromEntries(
    Object.entries(read.weights).map(([name, values]) => [name, values.map(() => 3e38)]),
  );
  const enormous = fileOf(encodeModel({ ...read, weights }));
  const image = join(folder, 'test', 'ramp', '0.png');
  await expectRefusal(
    ['predict', enormous, image],
    /bad\.safetensors: gives .*0\.png no probabilities, its numbers are too large; train anew/,
  );
});

test('what a model file says cannot reach the terminal as a command', async () => {
  const read = decodeModel(bytes);
  const labels = ['\u001b[31mflat', 'ramp\u0007'];
  const file = fileOf(encodeModel({ ...read, labels, training: { note: '\u009b2J' } }));
  const image = join(folder, 'test', 'ramp', '0.png');
  for (const args of [
    ['info', file],
    ['predict', file, image],
    ['eval', file, folder],
  ]) {
    const { stdout, stderr } = await runSig(args);
    expect(stdout + stderr).not.toMatch(/[^\P{Cc}\n]/u);
  }
});

test('something else than a model is told from one', async () => {
  await expectRefusal(
    ['info', fileOf('just some text')],
    /bad\.safetensors: not a safetensors file/,
  );
  await expectRefusal(['info', fileOf('')], /not a safetensors file/);
  await expectRefusal(['info', fileOf(encodeSafetensors({}))], /not a model of sig/);
  await expectRefusal(
    ['info', join(folder, 'nothing')],
    /nothing: there is no such file or folder/,
  );
  await expectRefusal(['info', folder], /it is a folder, not a model file/);
});

test.skipIf(!existsSync('/dev/zero'))('a device that has no end is no model file', async () => {
  await expectRefusal(['info', '/dev/zero'], /\/dev\/zero: it is a device, not a model file/);
});

test('eval lists both where classes and labels differ', async () => {
  const other = await imageFolder({ count: 2 });
  renameSync(join(other, 'ramp'), join(other, 'slope'));
  await expectRefusal(
    ['eval', model, other],
    /has the classes flat, slope, but the model knows flat, ramp; the names of the folders/,
  );
  await expectRefusal(['eval', model, 'mnist'], /mnist has the classes 0, 1, .* knows flat, ramp/);
});

test('eval wants one of the labels as the positive class', async () => {
  await expectRefusal(['eval', model, folder, '--positive', 'x'], /the model knows flat, ramp/, 2);
});

test('eval skips damaged files and counts them; --strict stops', async () => {
  const other = await imageFolder();
  writeFileSync(join(other, 'flat', 'bad.png'), 'no picture');
  const { code, stdout, stderr } = await runSig(['eval', model, other, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ part: 'all', count: 24, skipped: 1 });
  expect(stderr).toMatch(/skipped 1 file:\n {2}.*bad\.png is not /);
  const strict = await runSig(['eval', model, other, '--strict']);
  expect(strict.code).toBe(1);
  expect(strict.stderr).toMatch(/error: .*bad\.png is not /);
});

test('predict goes on after a damaged file that was named, and ends with an error', async () => {
  const place = temporaryFolder();
  const bad = join(place, 'bad.png');
  writeFileSync(bad, 'no picture');
  const good = join(folder, 'test', 'flat', '0.png');
  const { code, stdout, stderr } = await runSig(['predict', model, bad, good]);
  expect(stdout.trim().split('\n')).toHaveLength(1);
  expect(stdout).toMatch(/flat\/0\.png +flat /);
  expect(stderr).toMatch(/bad\.png is not /);
  expect(stderr).toMatch(/error: 1 of the named images could not be read$/m);
  expect(code).toBe(1);

  const found = await runSig(['predict', model, place, good, '--json']);
  expect(found.code).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({ skipped: 1, skippedFiles: [{ file: bad }] });
});

test('predict refuses what is not there', async () => {
  const empty = join(temporaryFolder(), 'empty');
  mkdirSync(empty);
  const bad = fileOf('no picture');
  await expectRefusal(['predict', model, 'gone.png'], /gone\.png: there is no such file or folder/);
  await expectRefusal(['predict', model, empty], /empty: the folder has no files/);
  await expectRefusal(['predict', model, bad], /no image could be read: .*bad\.safetensors is not/);
  await expectRefusal(['predict', model, 'mnist:10000'], /test digits are 0 to 9999/);
  await expectRefusal(
    ['predict', model, 'mnist:seven'],
    /number of a test digit, such as mnist:7/,
    2,
  );
});
