import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeCheckpoint, decodeModel } from '@sig/edge';
import { expect, test } from 'vitest';
import { imageFolder, writePicture } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { type RunSigOptions, runSig, type SigRun } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

const LONG = [
  ...QUICK,
  ...['--epochs', '60', '--dropout', '0.2', '--augment', 'flip,noise', '--validation', '0.2'],
  ...['--copies', 'rotation:20'],
  ...['--mixup', '0.2', '--ema', '0.9', '--clip-norm', '0.5', '--warm-up', '0.2', '--threads', '2'],
];

interface Places {
  readonly model: string;
  readonly checkpoint: string;
  readonly log: string;
}

function places(): Places {
  const folder = temporaryFolder();
  return {
    model: join(folder, 'model.safetensors'),
    checkpoint: join(folder, 'model.checkpoint.safetensors'),
    log: join(folder, 'metrics.jsonl'),
  };
}

/** Kills the command, without a word to it, once an epoch is over. */
function killAfter(epoch: number): RunSigOptions {
  return {
    onStderr(child, said) {
      if (new RegExp(`^epoch +${epoch}/`, 'm').test(said)) child.kill('SIGKILL');
    },
  };
}

function epochsIn(log: string): number[] {
  const lines = readFileSync(log, 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line).epoch);
}

test('a training that was killed three times ends with the same bytes as one that never was', async () => {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  const train = ({ model, log }: Places, more: readonly string[], options?: RunSigOptions) =>
    runSig(['train', folder, '--out', model, '--log', log, ...LONG, ...more], options);
  const whole = places();
  expect((await train(whole, [])).code).toBe(0);

  const killed = places();
  let done = 0;
  for (const epoch of [3, 20, 35]) {
    const more = epoch === 3 ? [] : ['--resume'];
    expect((await train(killed, more, killAfter(epoch))).code).toBeNull();
    const { checkpoint } = decodeCheckpoint(readFileSync(killed.checkpoint));
    expect(checkpoint.epoch).toBeGreaterThan(done);
    expect(checkpoint.epoch).toBeLessThan(60);
    done = checkpoint.epoch;
  }
  // As if a line had been cut short.
  truncateSync(killed.log, readFileSync(killed.log).length - 5);
  const { code, stderr } = await train(killed, ['--resume']);
  expect(code).toBe(0);
  expect(stderr).toMatch(new RegExp(`^epoch +${done + 1}/60`, 'm'));
  expect(stderr).not.toMatch(new RegExp(`^epoch +${done}/`, 'm'));
  expect(Buffer.compare(readFileSync(killed.model), readFileSync(whole.model))).toBe(0);
  for (const { log, checkpoint } of [whole, killed]) {
    expect(epochsIn(log)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(existsSync(checkpoint)).toBe(false);
  }
});

test('killed while it writes, it leaves a checkpoint that is whole', async () => {
  const folder = await imageFolder();
  const { model, checkpoint } = places();
  // Megabytes of weights, several times over: most of the time goes into writing.
  const large = [...QUICK, '--hidden', '2000', '--ema', '0.9', '--epochs', '60'];
  const args = ['train', folder, '--out', model, ...large];
  let epoch = 0;
  for (const more of [2, 1, 1, 2]) {
    const { code } = await runSig([...args, '--resume'], killAfter(epoch + more));
    expect(code).toBeNull();
    const saved = decodeCheckpoint(readFileSync(checkpoint)).checkpoint.epoch;
    expect(saved).toBeGreaterThanOrEqual(epoch);
    epoch = saved;
    decodeModel(readFileSync(model));
  }
  expect(epoch).toBeGreaterThan(0);
});

async function stoppedTraining(): Promise<Places & { folder: string }> {
  const folder = await imageFolder();
  const stopped = places();
  const args = ['train', folder, '--out', stopped.model, ...QUICK, '--epochs', '5000'];
  expect((await runSig(args, killAfter(3))).code).toBeNull();
  return { ...stopped, folder };
}

function oneLine({ stderr }: SigRun): string {
  const errors = stderr.split('\n').filter((line) => line.startsWith('sig: error: '));
  expect(errors).toHaveLength(1);
  expect(stderr).not.toMatch(/^ +at /m);
  return errors[0];
}

test('a checkpoint of another training is refused with all that differs', async () => {
  const { folder, model, checkpoint } = await stoppedTraining();
  const resume = (args: readonly string[], images = folder): Promise<SigRun> =>
    runSig(['train', images, '--out', model, ...QUICK, '--epochs', '5000', '--resume', ...args]);
  const before = readFileSync(checkpoint);

  const others = await resume([
    '--depth',
    '3',
    '--mixup',
    '0.2',
    '--size',
    '20',
    '--augment',
    'flip',
  ]);
  expect(others.code).toBe(1);
  const said = oneLine(others);
  expect(said).toContain(`${checkpoint} is of another training: `);
  expect(said).toContain('--depth was 2, is 3');
  expect(said).toContain('--mixup was not given, is 0.2');
  expect(said).toContain('--size was 16x16, is 20x20');
  expect(said).toContain('--augment was none, is flip:0.5');
  expect(said).toContain('the digest of the images was');
  expect(said).not.toMatch(/--(head|batch|epochs|out|resume) was/);

  const fewer = await resume([], await imageFolder({ count: 11 }));
  expect(oneLine(fewer)).toContain('the number of images was 24, is 22; the digest of the images');
  expect(Buffer.compare(readFileSync(checkpoint), before)).toBe(0);

  const args = ['--learning-rate', '0.002'];
  const slower = await runSig(
    ['train', folder, '--out', model, ...QUICK, '--epochs', '5000', '--resume', ...args],
    killAfter(decodeCheckpoint(before).checkpoint.epoch + 1),
  );
  expect(slower.stderr).toMatch(/^--learning-rate was 0.01, is 0.002 from now on$/m);
});

test('a checkpoint that is damaged or none is refused in one line', async () => {
  const { folder, model, checkpoint } = await stoppedTraining();
  const resume = () =>
    runSig(['train', folder, '--out', model, ...QUICK, '--epochs', '5000', '--resume']);
  const bytes = readFileSync(checkpoint);
  bytes[bytes.length - 10] ^= 4;
  writeFileSync(checkpoint, bytes);
  const damaged = await resume();
  expect(damaged.code).toBe(1);
  expect(oneLine(damaged)).toMatch(/--resume: .*: the checkpoint is damaged: its checksum is/);
  expect(oneLine(damaged)).toMatch(/remove it, or leave --resume out, to train anew$/);
  writeFileSync(checkpoint, bytes.subarray(0, 1000));
  expect(oneLine(await resume())).toMatch(/cut short/);
  writeFileSync(checkpoint, readFileSync(model));
  expect(oneLine(await resume())).toMatch(/not a checkpoint of sig; remove it/);
});

test('without a checkpoint --resume begins at the beginning, and one in the way is announced', async () => {
  const folder = await imageFolder();
  const { model, checkpoint } = places();
  const args = ['train', folder, '--out', model, ...QUICK, '--epochs', '2'];
  const fresh = await runSig([...args, '--resume']);
  expect(fresh.code).toBe(0);
  expect(fresh.stderr).toContain(`there is no ${checkpoint}; training from the beginning`);
  writeFileSync(checkpoint, 'in the way');
  const anew = await runSig(args);
  expect(anew.code).toBe(0);
  expect(anew.stderr).toContain('is of a training that was stopped; it will be replaced');
  expect(existsSync(checkpoint)).toBe(false);
});

/** Pictures of two classes that nothing tells apart. */
async function senselessFolder(): Promise<string> {
  const folder = temporaryFolder();
  for (let seed = 1; seed <= 24; seed++) {
    await writePicture(join(folder, seed % 2 ? 'odd' : 'even', `${seed}.png`), { seed });
  }
  return folder;
}

test('a loss that is no number ends the training with what to do, and what was good is kept', async () => {
  const folder = await senselessFolder();
  const { model, checkpoint, log } = places();
  // A decay of more than 2 in a step makes weights larger; the rate rises to that, a step an epoch.
  const args = [
    ...['train', folder, ...QUICK, '--batch', '32', '--optimizer', 'adamW', '--weight-decay', '1'],
    ...['--epochs', '60', '--warm-up', '1', '--log', log],
  ];
  const run = await runSig([...args, '--out', model, '--learning-rate', '10']);
  expect(run.code).toBe(1);
  const said =
    /(?:the loss became (?:NaN|-?Infinity)|the weights became infinite) at step (\d+) \(epoch (\d+)\); try a learning rate of 1 instead of 10, from the beginning or with --resume from epoch (\d+); .*model\.safetensors holds the model of epoch (\d+)$/.exec(
      oneLine(run),
    );
  const [step, epoch, last, kept] = (said ?? []).slice(1).map(Number);
  expect(step).toBe(epoch);
  expect(last).toBe(epoch - 1);
  expect(decodeCheckpoint(readFileSync(checkpoint)).checkpoint.epoch).toBe(last);
  expect(decodeModel(readFileSync(model)).training).toMatchObject({ epoch: kept });
  expect(epochsIn(log)).toHaveLength(last);
  const slower = await runSig([...args, '--out', model, '--learning-rate', '1e-6', '--resume']);
  expect(slower.stderr).toContain('--learning-rate was 10, is 0.000001 from now on');

  const steep = [
    '--schedule',
    'constant',
    '--epochs',
    '1',
    '--batch',
    '1',
    '--warm-up',
    '0',
    '--learning-rate',
    '10',
  ];
  const other = places();
  const never = await runSig([...args, '--out', other.model, ...steep]);
  expect(never.code).toBe(1);
  expect(oneLine(never)).toMatch(/\(epoch 1\); try a learning rate of 1 .*; nothing was written$/);
  expect(existsSync(other.model) || existsSync(other.checkpoint)).toBe(false);
});

test('a loss that exploded and is still a number is not passed over in silence', async () => {
  const args = ['--epochs', '3', '--learning-rate', '10', '--hidden', '200', '--quiet', '--json'];
  const folder = await senselessFolder();
  const { code, stderr } = await runSig([
    ...['train', folder, '--out', places().model, ...QUICK, ...args],
  ]);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^warning: the last training loss, [\d.e+]+, is worse than that of guessing, 0\.6931; train longer or try --learning-rate 1\n$/,
  );
});

test('the log is JSON lines that say what the result says, in a file of its own', async () => {
  const folder = await imageFolder();
  const { model, log } = places();
  writeFileSync(log, 'of an earlier training');
  const args = ['train', folder, '--out', model, ...QUICK, '--epochs', '4', '--quiet', '--json'];
  const { stdout } = await runSig([...args, '--log', log]);
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(stdout).history);

  const same = await runSig([...args, '--log', model]);
  expect(same.code).toBe(2);
  expect(same.stderr).toContain('--log must be a file of its own, got');
  const nowhere = await runSig([...args, '--log', join(folder, 'none', 'metrics.jsonl')]);
  expect(nowhere.code).toBe(1);
  expect(nowhere.stderr).toContain('there is no folder');
});
