import type { ImageSet } from '@sig/image-paths';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { addSharedOptions } from '../../src/options/shared-options.js';
import { addTrainOptions, type TrainOptions } from '../../src/options/train-options.js';
import { trainSettings } from '../../src/options/train-settings.js';
import { describeTraining } from '../../src/training/describe-training.js';

const images: ImageSet = {
  width: 1,
  height: 1,
  channels: 1,
  count: 2,
  pixels: Uint8Array.of(1, 2),
  labels: Int32Array.of(0, 1),
};

function describe(...args: readonly string[]): Record<string, string> {
  const command = addSharedOptions(addTrainOptions(new Command('train')));
  const options = command
    .parse(['--out', 'model', '--head', 'cnn1d', ...args], { from: 'user' })
    .opts<TrainOptions>();
  return describeTraining(trainSettings(options, { kind: 'folder', trainCount: 100 }), images, [
    'a',
    'b',
  ]);
}

test.each([
  [['--out', 'elsewhere']],
  [['--report', 'elsewhere.html']],
  [['--no-report']],
  [['--log', 'metrics.jsonl']],
  [['--resume', '--strict', '--json', '--quiet']],
])('%s leaves a training what it is', (args) => {
  expect(describe(...args)).toEqual(describe());
});

test.each([
  ['--threads', '7'],
  ['--copies', 'flip'],
  ['--ema', '0.9'],
  ['--seed', '1'],
])('%s makes it another one', (name, value) => {
  expect(describe(name, value)[name]).not.toBe(describe()[name]);
});
