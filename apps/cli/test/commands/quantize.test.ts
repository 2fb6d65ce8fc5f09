import { existsSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
let model: string;

beforeAll(async () => {
  ({ folder, model } = await trainedModel());
});

test.each(['dynamic-int8', 'int8', 'float16'])(
  'a model in %s is smaller, is measured, and can be used as any other',
  async (mode) => {
    const out = join(temporaryFolder(), 'small.safetensors');
    const options = ['--out', out, '--mode', mode, '--data', folder, '--calibrate', '8', '--json'];
    const { code, stdout, stderr } = await runSig(['quantize', model, ...options, '--quiet']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const { bytes, test: measured } = JSON.parse(stdout);
    expect(bytes).toEqual({ before: statSync(model).size, after: statSync(out).size });
    expect(bytes.after).toBeLessThan((mode === 'float16' ? 0.6 : 0.4) * bytes.before);
    expect(measured.before.count).toBe(24);
    expect(measured.after.accuracy).toBeGreaterThan(0.9);

    const evaluated = await runSig(['eval', out, folder, '--json', '--quiet']);
    expect(JSON.parse(evaluated.stdout).accuracy).toBe(measured.after.accuracy);
    const info = await runSig(['info', out]);
    expect(info.stdout).toContain(`weights  ${mode}`);
  },
);

test('the report tells accuracy, recall and bytes before and after', async () => {
  const out = join(temporaryFolder(), 'small.safetensors');
  const { stdout } = await runSig(['quantize', model, '--out', out, '--data', folder, '--quiet']);
  expect(stdout).toMatch(/^ +before +dynamic-int8/m);
  expect(stdout).toMatch(/^accuracy +\d+\.\d\d % +\d+\.\d\d % +[+−]\d+\.\d\d points$/m);
  expect(stdout).toMatch(/^recall of ramp +\d+\.\d\d %/m);
  expect(stdout).toMatch(/^bytes +[\d,]+ +[\d,]+ +÷ \d\.\d\d$/m);
});

test('a model is not replaced by what cannot become it again', async () => {
  const before = readFileSync(model);
  const { code, stderr } = await runSig(['quantize', model, '--out', model]);
  expect(code).toBe(2);
  expect(stderr).toBe(`sig: error: --out must be another file than the model, got ${model}\n`);
  expect(Buffer.compare(readFileSync(model), before)).toBe(0);
});

test('nor by a name that is a link to it', async () => {
  const before = readFileSync(model);
  const links = temporaryFolder();
  const file = join(links, 'link.safetensors');
  symlinkSync(model, file);
  symlinkSync(dirname(model), join(links, 'folder'));
  for (const out of [file, join(links, 'folder', 'model.safetensors')]) {
    const { code, stderr } = await runSig(['quantize', model, '--out', out]);
    expect(code).toBe(2);
    expect(stderr).toBe(`sig: error: --out must be another file than the model, got ${out}\n`);
  }
  expect(Buffer.compare(readFileSync(model), before)).toBe(0);
});

test('where the measurement fails, no file is written', async () => {
  const place = temporaryFolder();
  const out = join(place, 'small.safetensors');
  const others = await imageFolder();
  renameSync(join(others, 'ramp'), join(others, 'wave'));
  const { code, stderr } = await runSig(['quantize', model, '--out', out, '--data', others]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/wave/);
  expect(readdirSync(place)).toEqual([]);
});

test('int8 without images and a model that is quantised already are refused', async () => {
  const out = join(temporaryFolder(), 'small.safetensors');
  const bare = await runSig(['quantize', model, '--out', out, '--mode', 'int8']);
  expect(bare.code).not.toBe(0);
  expect(bare.stderr).toMatch(
    /^sig: error: --mode int8 needs --data with images to calibrate with/,
  );
  expect(existsSync(out)).toBe(false);
  await runSig(['quantize', model, '--out', out]);
  const twice = join(temporaryFolder(), 'twice.safetensors');
  const again = await runSig(['quantize', out, '--out', twice]);
  expect(again.code).not.toBe(0);
  expect(again.stderr).toMatch(/^sig: .*the model is quantised already, as dynamic-int8; give /);
});
