import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { elementsOf } from '../../../../test/elements.js';
import { writePicture } from '../image-folder.js';
import { trainedModel } from '../quick-training.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

async function picture(name = 'ramp.png'): Promise<{ file: string; place: string }> {
  const place = temporaryFolder();
  const file = join(place, name);
  await writePicture(file, { slope: 1, width: 30, height: 20 });
  return { file, place };
}

test('a photograph is drawn with what sig train would make of it', async () => {
  const { file, place } = await picture('<b>&.png');
  const out = join(place, 'picture.svg');
  const { code, stdout, stderr } = await runSig(['visualize', file, '--out', out, '--json']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    image: file,
    out,
    bytes: readFileSync(out).length,
    recipe: { width: 64, channels: 'rgb', depth: 3, direction: 'both', transform: 'signature' },
    shape: [128, 84],
  });
  const texts = elementsOf(readFileSync(out, 'utf8')).map(({ text }) => text);
  expect(texts).toContain('<b>&.png');
});

test('a digit of MNIST is a PNG of fine dots', async () => {
  const out = join(temporaryFolder(), 'digit.png');
  const run = await runSig(['visualize', 'mnist:7', '--out', out, '--json']);
  const { recipe, shape } = JSON.parse(run.stdout);
  expect(recipe).toMatchObject({ width: 28, channels: 'grey', depth: 4, time: true });
  expect(shape).toEqual([56, 30]);
  expect(await sharp(out).metadata()).toMatchObject({ format: 'png', width: 2 * (924 + 56) });
});

test('the features of a model are taken from it', async () => {
  const { model } = await trainedModel();
  const { file, place } = await picture();
  const out = join(place, 'picture.svg');
  const args = ['visualize', file, '--out', out, '--model', model];
  const { recipe } = JSON.parse((await runSig([...args, '--json'])).stdout);
  expect(recipe).toMatchObject({ width: 16, depth: 2, direction: 'rows', time: false });
  const refused = await runSig([...args, '--depth', '3']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/--depth cannot be given with --model.*\n$/);
});

test('what is no image, no picture or no recipe is refused in one line', async () => {
  const { file, place } = await picture();
  const out = join(place, 'picture.png');
  const damaged = join(place, 'damaged.png');
  writeFileSync(damaged, 'no picture');
  mkdirSync(join(place, 'empty'));
  const refused: [string[], number, RegExp][] = [
    [[join(place, 'nothing.png'), '--out', out], 1, /nothing\.png: there is no such file/],
    [[damaged, '--out', out], 1, /damaged\.png is not a JPEG/],
    [[place, '--out', out], 2, /takes one image, got the folder/],
    [['mnist:x', '--out', out], 2, /takes the number of a test digit/],
    [[file, '--out', join(place, 'picture.gif')], 2, /must be the name of a \.png or \.svg file/],
    [[file, '--out', join(place, 'none', 'picture.png')], 1, /there is no folder/],
    [[file, '--out', out, '--depth', '0'], 2, /an integer from 1 to 12/],
    [[file, '--out', out, '--depth', '12', '--time'], 2, /do not go together: .*lower the depth/],
    [[file, '--out', out, '--window', '8'], 2, /--window is for --transform field/],
    [[file, '--out', out, '--transform', 'field', '--window', '65'], 2, /window must be at most/],
    [[file, '--out', out, '--model', join(place, 'none')], 1, /none: there is no such file/],
    [[file, '--out', out, '--model', damaged], 1, /damaged\.png: /],
  ];
  for (const [args, code, message] of refused) {
    const run = await runSig(['visualize', ...args]);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.code).toBe(code);
  }
  expect(readdirSync(place).sort()).toEqual(['damaged.png', 'empty', 'ramp.png']);
});
