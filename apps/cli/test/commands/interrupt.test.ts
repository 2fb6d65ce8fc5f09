import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel } from '@sig/edge';
import { expect, test } from 'vitest';
import { imageFolder } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { type RunSigOptions, runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Sends a signal once the command has said something. */
function signalAt(words: RegExp, signal: NodeJS.Signals): RunSigOptions {
  let sent = false;
  return {
    onStderr(child, said) {
      if (sent || !words.test(said)) return;
      sent = true;
      child.kill(signal);
    },
  };
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} after some epochs leaves the best complete one and a checkpoint, and says so`, async () => {
    const folder = await imageFolder();
    const place = temporaryFolder();
    const model = join(place, 'model.safetensors');
    const { code, stderr } = await runSig(
      ['train', folder, '--out', model, ...QUICK, '--epochs', '100000'],
      signalAt(/^epoch +3\//m, signal),
    );
    expect(code).toBe(130);
    expect(readdirSync(place)).toEqual([
      'model.checkpoint.safetensors',
      'model.report.html',
      'model.safetensors',
    ]);
    const { training } = decodeModel(readFileSync(model));
    const told = /stopped; .*model\.safetensors holds the model of epoch (\d+)$/m.exec(stderr);
    expect(Number(told?.[1])).toBe(training?.epoch);
    expect(stderr).not.toMatch(/^ +at /m);
  });
}

test('stopped in the first epoch, nothing is written', async () => {
  const place = temporaryFolder();
  const { code, stdout, stderr } = await runSig(
    ['train', 'mnist', '--out', join(place, 'model.safetensors'), '--threads', '1', '--json'],
    signalAt(/^test: /m, 'SIGINT'),
  );
  expect(code).toBe(130);
  expect(stderr).toMatch(/stopped before the first epoch was over; nothing was written$/m);
  expect(stdout).toBe('');
  expect(readdirSync(place)).toEqual([]);
});
