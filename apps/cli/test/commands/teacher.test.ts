import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel } from '@sig/edge';
import { beforeAll, expect, test } from 'vitest';
import { QUICK, trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

let folder: string;
let teacher: string;
beforeAll(async () => {
  ({ folder, model: teacher } = await trainedModel());
});

const place = (): string => join(temporaryFolder(), 'student.safetensors');

test('a model learns beside a teacher of another size, and tells so', async () => {
  const train = async (...options: string[]): Promise<Uint8Array> => {
    const out = place();
    const args = ['train', folder, '--out', out, ...QUICK, '--epochs', '3', '--size', '12'];
    const { code, stderr } = await runSig([...args, ...options]);
    expect(code).toBe(0);
    if (options.length > 0) {
      expect(stderr).toMatch(/^images for the teacher: 24 images, 16×16 RGB, read in/m);
    }
    return readFileSync(out);
  };
  const told = await train('--teacher', teacher);
  expect(Buffer.compare(told, await train('--teacher', teacher))).toBe(0);
  expect(decodeModel(told).training?.options).toMatchObject({ teacher: 'model.safetensors' });
  const more = await train('--teacher', teacher, '--teacher-share', '0.9');
  expect(decodeModel(more).training?.options).toMatchObject({ teacherShare: 0.9 });
  const weights = (file: Uint8Array): string => Object.values(decodeModel(file).weights).join();
  expect(weights(more)).not.toBe(weights(told));
  // Labels alone, as without a teacher.
  const labels = await train('--teacher', teacher, '--teacher-share', '0');
  expect(weights(labels)).toBe(weights(await train()));
});

test('copies of images and a share kept aside go with a teacher', async () => {
  const out = place();
  const args = ['train', folder, '--out', out, ...QUICK, '--epochs', '2', '--teacher', teacher];
  const { code } = await runSig([...args, '--copies', 'flip', '--validation', '0.25', '--quiet']);
  expect(code).toBe(0);
});

test('what cannot be a teacher is refused before anything is read or written', async () => {
  const out = place();
  const refused = async (options: readonly string[], code: number, message: string) => {
    const run = await runSig(['train', folder, '--out', out, ...QUICK, ...options]);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(out)).toBe(false);
  };
  await refused(['--teacher', 'nowhere.safetensors'], 1, 'nowhere.safetensors');
  const broken = join(temporaryFolder(), 'broken.safetensors');
  writeFileSync(broken, readFileSync(teacher).subarray(0, 500));
  await refused(['--teacher', broken], 1, broken);
  await refused(['--teacher-share', '0.5'], 2, 'need a --teacher');
  await refused(['--teacher', teacher, '--teacher-share', '2'], 2, 'from 0 to 1');
  await refused(['--teacher', teacher, '--mixup', '0.2'], 2, 'leave one of them out');
  const same = ['train', folder, '--out', teacher, ...QUICK, '--teacher', teacher];
  const { code, stderr } = await runSig(same);
  expect(code).toBe(2);
  expect(stderr).toContain('--out must be another file than --teacher');
});

test('a teacher of other classes is named with both', async () => {
  const digits = join(temporaryFolder(), 'digits.safetensors');
  const args = ['train', 'mnist', '--out', digits, '--limit', '20', '--epochs', '1', '--quiet'];
  expect((await runSig(args)).code).toBe(0);
  const { code, stderr } = await runSig([
    ...['train', folder, '--out', place(), ...QUICK, '--teacher', digits],
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain('has the classes flat, ramp, but the model knows 0, 1, 2');
});
