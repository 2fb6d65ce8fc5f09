import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let model: string;

beforeAll(async () => {
  ({ model } = await trainedModel());
});

test('export writes an ONNX file beside the model, or where it is told to', async () => {
  const beside = await runSig(['export', model, '--to', 'onnx']);
  expect(beside).toMatchObject({ code: 0, stderr: '' });
  expect(beside.stdout).toMatch(/model\.onnx: \d+\.\d kB$/m);
  const bytes = readFileSync(model.replace(/safetensors$/, 'onnx'));
  expect(bytes.length).toBeGreaterThan(9752 * 4);

  const out = join(temporaryFolder(), 'other.onnx');
  const { code, stdout } = await runSig(['export', model, '--to', 'onnx', '--out', out, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    model,
    to: 'onnx',
    files: [{ file: out, bytes: bytes.length }],
  });
  expect(readFileSync(out).equals(bytes)).toBe(true);
});

test('export writes a C source and its header', async () => {
  const out = join(temporaryFolder(), 'My classifier.c');
  const refused = await runSig(['export', model, '--to', 'c', '--out', out]);
  expect(refused.stderr).toMatch(/name of a C source must be .*, got "My classifier"/);

  const source = join(temporaryFolder(), 'cats-and-dogs.c');
  const { code, stdout } = await runSig(['export', model, '--to', 'c', '--out', source, '--json']);
  expect(code).toBe(0);
  const header = source.replace(/c$/, 'h');
  expect(JSON.parse(stdout).files.map((one: { file: string }) => one.file)).toEqual([
    source,
    header,
  ]);
  expect(readFileSync(source, 'utf8')).toContain('#include "cats-and-dogs.h"');
  expect(readFileSync(header, 'utf8')).toContain(
    'void cats_and_dogs_classify(const uint8_t *pixels, float *probabilities);',
  );
});

test('export writes one ES module', async () => {
  const { code, stdout } = await runSig(['export', model, '--to', 'js']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/model\.mjs: \d+\.\d kB$/m);
  const { labels } = await import(/* @vite-ignore */ model.replace(/safetensors$/, 'mjs'));
  expect(labels).toEqual(['flat', 'ramp']);
});

test('export says what is wrong in one line', async () => {
  const refuse = async (args: readonly string[], message: RegExp, code = 1) => {
    const run = await runSig(['export', ...args]);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run).toMatchObject({ code, stdout: '' });
  };
  const folder = temporaryFolder();
  const text = join(folder, 'text.safetensors');
  writeFileSync(text, 'just some text');
  await refuse([model], /required option '--to <format>' not specified/, 2);
  await refuse(
    [model, '--to', 'tflite'],
    /argument 'tflite' is invalid.*choices are c, js, onnx/,
    2,
  );
  await refuse([model, '--to', 'c', '--out', 'model.h'], /--out must end in \.c/, 2);
  await refuse([text, '--to', 'onnx'], /text\.safetensors: not a safetensors file/);
  await refuse([join(folder, 'gone'), '--to', 'onnx'], /gone: there is no such file or folder/);
  await refuse([model, '--to', 'onnx', '--out', folder], /cannot write .*: it is a folder/);
  await refuse([model, '--to', 'onnx', '--out', model], /it is the model itself; name another/);
  const link = join(folder, 'link.onnx');
  symlinkSync(model, link);
  await refuse([model, '--to', 'onnx', '--out', link], /it is the model itself; name another/);
  const nowhere = join(folder, 'no', 'model.onnx');
  await refuse([model, '--to', 'onnx', '--out', nowhere], /there is no folder .*no; make it first/);
});
