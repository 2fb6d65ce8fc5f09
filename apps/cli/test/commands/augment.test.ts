import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { writePicture } from '../image-folder.js';
import { runSig } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

/** A picture in a folder of its own, and a place for a sheet. */
async function picture(name = 'ramp.png'): Promise<{ file: string; place: string }> {
  const place = temporaryFolder();
  const file = join(place, name);
  await writePicture(file, { slope: 1, width: 90, height: 60 });
  return { file, place };
}

test('a sheet has a row of draws for each augmentation', async () => {
  const { file, place } = await picture();
  const out = join(place, 'sheet.png');
  const args = ['--augment', 'flip,crop:0.5,jitter', '--draws', '3', '--size', '32', '--json'];
  const { code, stdout, stderr } = await runSig(['augment', file, '--out', out, ...args]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    image: file,
    out,
    bytes: readFileSync(out).length,
    width: 32,
    height: 32,
    draws: 3,
    rows: ['32 × 32', 'flip:0.5', 'crop:0.5', 'jitter:0.2', 'one after another'],
  });
  const { width, height, format } = await sharp(out).metadata();
  // Margins, the column of names and the title; then pictures of 128 pixels, 8 apart; two dots a pixel.
  expect([format, width, height]).toEqual([
    'png',
    2 * (56 + 140 + 3 * 136 - 8),
    2 * (56 + 64 + 5 * 136 - 8),
  ]);
  // The middle of the original's picture is the middle of the picture.
  const { data } = await sharp(out)
    .extract({ left: 2 * (28 + 140 + 60), top: 2 * (28 + 64 + 60), width: 1, height: 1 })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.abs(data[0] + data[1] - 255)).toBeLessThan(6);
});

test('the same seed draws the same sheet', async () => {
  const { file, place } = await picture();
  const draw = async (out: string, seed: string): Promise<Buffer> => {
    const target = join(place, out);
    expect((await runSig(['augment', file, '--out', target, '--seed', seed])).code).toBe(0);
    return readFileSync(target);
  };
  const first = await draw('a.svg', '5');
  expect((await draw('b.svg', '5')).equals(first)).toBe(true);
  expect((await draw('c.svg', '6')).equals(first)).toBe(false);
});

test('an SVG holds names and pictures, whatever the file is called', async () => {
  const { file, place } = await picture('<b>&\u202e.png');
  const out = join(place, 'sheet.SVG');
  const args = ['--augment', 'none', '--copies', 'flip,brightness:80', '--out', out];
  expect((await runSig(['augment', file, ...args])).code).toBe(0);
  const svg = readFileSync(out, 'utf8');
  expect(svg).toContain('>&lt;b&gt;&amp;\\u202e.png</text>');
  expect(svg).toContain('>brightness:80</text>');
  expect(svg.match(/data:image\/png;base64,/g)).toHaveLength(3);
  await expect(sharp(Buffer.from(svg)).metadata()).resolves.toMatchObject({ format: 'svg' });
});

test('a digit of MNIST and large pictures fit on a sheet', async () => {
  const { file, place } = await picture();
  const out = join(place, 'sheet.png');
  const digit = ['augment', 'mnist:7', '--size', '28', '--channels', 'grey', '--draws', '1'];
  expect((await runSig([...digit, '--out', out])).code).toBe(0);
  const large = ['augment', file, '--size', '1024x512', '--augment', 'flip', '--draws', '1'];
  expect((await runSig([...large, '--out', out])).code).toBe(0);
  expect(await sharp(out).metadata()).toMatchObject({ height: 2 * (56 + 64 + 2 * 72 - 8) });
});

test('a machine without fonts is told to take an SVG', async () => {
  const { file, place } = await picture();
  const fonts = join(place, 'fonts.conf');
  writeFileSync(fonts, `<fontconfig><dir>${place}</dir></fontconfig>`);
  const out = join(place, 'sheet.png');
  const { code, stderr } = await runSig(['augment', file, '--out', out, '--augment', 'flip'], {
    env: { FONTCONFIG_FILE: fonts },
  });
  expect(stderr).toMatch(
    /^sig: error: this machine has no fonts .* give --out a name that ends in \.svg .*\n$/,
  );
  expect(code).toBe(1);
  expect(readdirSync(place)).not.toContain('sheet.png');
});

test('what is no image, no list or no sheet is refused in one line', async () => {
  const { file, place } = await picture();
  const out = join(place, 'sheet.png');
  const damaged = join(place, 'damaged.png');
  writeFileSync(damaged, 'no picture');
  mkdirSync(join(place, 'empty'));
  const refused: [string[], number, RegExp][] = [
    [[join(place, 'nothing.png'), '--out', out], 1, /nothing\.png: there is no such file/],
    [[damaged, '--out', out], 1, /damaged\.png is not a JPEG/],
    [[place, '--out', out], 2, /takes one image, got the folder/],
    [['mnist:x', '--out', out], 2, /takes the number of a test digit/],
    [[file, '--out', join(place, 'sheet.gif')], 2, /must be the name of a \.png or \.svg file/],
    [[file, '--out', join(place, 'none', 'sheet.png')], 1, /there is no folder/],
    [[file, '--out', out, '--augment', 'flop'], 2, /augmentation must be one of flip/],
    [[file, '--out', out, '--copies', 'brightness:999'], 2, /number from -255 to 255/],
    [[file, '--out', out, '--draws', '0'], 2, /an integer from 1 to 12/],
    [[file, '--out', out, '--fit', 'cover'], 2, /stretch, pad, crop/],
  ];
  for (const [args, code, message] of refused) {
    const run = await runSig(['augment', ...args]);
    expect(run.stderr).toMatch(message);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.code).toBe(code);
  }
  expect(readdirSync(place).sort()).toEqual(['damaged.png', 'empty', 'ramp.png']);
});
