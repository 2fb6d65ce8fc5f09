import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import type { ImageSource } from '../../src/data/image-source.js';
import { addSharedOptions } from '../../src/options/shared-options.js';
import { addTrainOptions, type TrainOptions } from '../../src/options/train-options.js';
import { trainSettings } from '../../src/options/train-settings.js';
import { type SettledHead, settleHead } from '../../src/training/settle-head.js';

const ten = Array.from({ length: 10 }, (_, at) => `class ${at}`);

function sourceOf(classes: readonly string[], channels: 'rgb' | 'grey'): ImageSource {
  return {
    ...{ kind: 'folder', classes, trainCount: 100, testCount: 0, skipped: [] },
    detectChannels: () => Promise.resolve(channels),
    labels: () => new Int32Array(100),
    read: () => Promise.reject(new Error('no image is needed to choose a head')),
  };
}

function settle(
  args: readonly string[],
  {
    classes = ten,
    channels = 'rgb' as 'rgb' | 'grey',
    kind = 'folder' as 'folder' | 'mnist',
    trainCount = 9469,
  } = {},
): Promise<SettledHead> {
  const command = addSharedOptions(addTrainOptions(new Command('train'))).exitOverride();
  const options = command.parse(['--out', 'model', ...args], { from: 'user' }).opts<TrainOptions>();
  const source = { ...sourceOf(classes, channels), kind, trainCount };
  return settleHead(source, trainSettings(options, source));
}

describe('settleHead', () => {
  it('takes the base preset for photographs of which nothing else is said', async () => {
    const { settings, chosen } = await settle([]);
    expect(chosen?.preset).toBe('base');
    expect(chosen?.cost.bytes).toBeLessThanOrEqual(45_260);
    expect(settings).toMatchObject({ head: 'learned-field', transform: 'pixels', epochs: 40 });
    expect(settings).toMatchObject({ widths: [28, 80, 96, 96, 96], pool: 'attention' });
  });

  it.each([
    ['--depth', '4'],
    ['--direction', 'rows'],
    ['--transform', 'signature'],
    ['--no-time'],
    ['--hidden', '30'],
  ])('leaves a training with %s to signatures and the CNN1D head', async (...args) => {
    const { settings, chosen } = await settle(args);
    expect(chosen).toBeUndefined();
    expect(settings).toMatchObject({ head: 'cnn1d', transform: 'signature', epochs: 30 });
  });

  it('takes small batches and more epochs where images are few', async () => {
    const { settings } = await settle([], { trainCount: 200 });
    expect(settings).toMatchObject({ batch: 32, epochs: 100 });
    const given = await settle(['--epochs', '7'], { trainCount: 200 });
    expect(given.settings).toMatchObject({ batch: 32, epochs: 7 });
    const limited = await settle(['--limit', '60', '--batch', '60'], { trainCount: 9469 });
    expect(limited.settings).toMatchObject({ batch: 60, epochs: 200 });
    const many = await settle([], { trainCount: 9469 });
    expect(many.settings).toMatchObject({ batch: 128, epochs: 40 });
  });

  it('leaves digits to signatures where no budget is given', async () => {
    expect((await settle([], { kind: 'mnist' })).settings.head).toBe('cnn1d');
    const { settings, chosen } = await settle(['--preset', 'tiny'], { kind: 'mnist' });
    expect(chosen?.preset).toBe('tiny');
    expect(settings).toMatchObject({ head: 'learned-field', width: 28, height: 28 });
  });

  it.each([
    ['bytes', ['--max-bytes', '45260'], 'base'],
    ['bytes', ['--max-bytes', '20480'], 'small'],
    ['bytes', ['--max-bytes', '10240'], 'tiny'],
    ['multiply-adds', ['--max-macs', '5000000'], 'small'],
    ['pixels', ['--max-macs', '2000000', '--size', '32'], 'base'],
    ['a name', ['--preset', 'small', '--max-bytes', '45260'], 'small'],
  ])('takes the largest within a budget of %s: %j', async (_, args, preset) => {
    const { chosen } = await settle(args);
    expect(chosen?.preset).toBe(preset);
  });

  it('counts more classes as more bytes', async () => {
    const classes = Array.from({ length: 100 }, (_, at) => `class ${at}`);
    const { chosen } = await settle(['--max-bytes', '45260'], { classes });
    expect(chosen?.preset).toBe('small');
  });

  it('reads one channel of grey images', async () => {
    const { settings } = await settle(['--preset', 'tiny'], { channels: 'grey' });
    expect(settings.head).toBe('learned-field');
  });

  it('measures the time in the runtime where that is limited', async () => {
    const { chosen } = await settle(['--max-ms', '100000', '--size', '16', '--preset', 'tiny']);
    expect(chosen?.cost.ms).toBeGreaterThan(0);
  });

  it.each([
    [
      ['--max-bytes', '4000'],
      /^no preset is within the budget: tiny, the smallest, takes \d+ bytes, --max-bytes allows 4000; allow more/,
    ],
    [
      ['--preset', 'base', '--max-macs', '1000'],
      /base takes 7295052 multiply-adds, --max-macs allows 1000/,
    ],
    [
      ['--max-ms', '1e-6', '--size', '16'],
      /tiny, the smallest, takes \S+ ms here, --max-ms allows 0.000001/,
    ],
    [['--widths', '8,8'], /--head auto decides --widths; leave it out, or name a head/],
    [['--head', 'cnn1d', '--max-bytes', '9'], /--max-bytes is for --head auto, got cnn1d/],
    [['--head', 'auto', '--transform', 'signature'], /looks at pixels, got --transform signature/],
    [['--size', '3'], /do not go together/],
  ])('refuses %j in one line', async (args, message) => {
    const refused = expect(settle(args)).rejects;
    await refused.toThrow(message);
    await refused.not.toThrow(/\n/);
  });
});
