import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { imageFolder, writePicture } from '../image-folder.js';
import { QUICK } from '../quick-training.js';
import { runSig, type SigRun } from '../run-sig.js';
import { temporaryFolder } from '../temporary-folder.js';

interface Training extends SigRun {
  /** What is in the folder of the model after the training. */
  readonly written: readonly string[];
}

async function train(folder: string, ...more: string[]): Promise<Training> {
  const place = temporaryFolder();
  const model = join(place, 'model.safetensors');
  const run = await runSig(['train', folder, '--out', model, ...QUICK, ...more]);
  return { ...run, written: readdirSync(place) };
}

/** One line of words, exit code 1, nothing on disk. */
function expectRefusal({ code, stdout, stderr, written }: Training, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n').at(-1)).toMatch(/^sig: error: /);
  expect(stderr).not.toMatch(/^ +at /m);
  expect(stdout).toBe('');
  expect(code).toBe(1);
  expect(written).toEqual([]);
}

/** A folder of pictures in which some files are damaged. */
async function damagedFolder(): Promise<string> {
  const folder = await imageFolder();
  const whole = readFileSync(join(folder, 'flat', '0.png'));
  writeFileSync(join(folder, 'flat', 'cut.png'), whole.subarray(0, whole.length / 2));
  writeFileSync(join(folder, 'ramp', 'text.jpg'), 'this is no picture');
  writeFileSync(join(folder, 'ramp', 'empty.png'), '');
  writeFileSync(join(folder, 'ramp', 'notes.txt'), 'this does not claim to be one');
  return folder;
}

test('damaged files are named, counted and skipped, and training goes on', async () => {
  const folder = await damagedFolder();
  const { code, stdout, stderr, written } = await train(folder, '--json');
  expect(code).toBe(0);
  expect(written).toEqual(['model.report.html', 'model.safetensors']);
  expect(stderr).toMatch(/^skipped 4 files:$/m);
  for (const name of ['flat/cut.png', 'ramp/text.jpg', 'ramp/empty.png', 'ramp/notes.txt']) {
    expect(stderr).toContain(join(folder, name));
  }
  const { skipped, skippedFiles, images } = JSON.parse(stdout);
  expect(skipped).toBe(4);
  expect(skippedFiles).toHaveLength(4);
  expect(images.train).toBe(24);
});

test('more than five skipped files are counted', async () => {
  const folder = await imageFolder();
  for (let index = 0; index < 9; index++) {
    writeFileSync(join(folder, 'flat', `damaged${index}.png`), 'no picture');
  }
  const { code, stderr } = await train(folder);
  expect(code).toBe(0);
  expect(stderr.match(/damaged\d\.png/g)).toHaveLength(5);
  expect(stderr).toMatch(/^ {2}and 4 more$/m);
});

test('with --strict the first damaged file stops the training', async () => {
  const run = await train(await damagedFolder(), '--strict');
  expectRefusal(run, /(cut\.png|text\.jpg|empty\.png) (is|cannot) /);
});

test('a class of which nothing can be read is an error', async () => {
  const folder = await damagedFolder();
  for (const name of readdirSync(join(folder, 'ramp'))) {
    writeFileSync(join(folder, 'ramp', name), 'no picture');
  }
  expectRefusal(
    await train(folder),
    /no image of class ramp could be read; its first file, .*ramp\/0\.png, is not a JPEG/,
  );
});

test('images that are in more places than one are warned of, by their names', async () => {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  const place = (part: string, name: string) => join(folder, part, name);
  cpSync(place('train', 'flat/3.png'), place('test', 'flat/again.png'));
  cpSync(place('train', 'flat/4.png'), place('train', 'ramp/wrong.png'));
  // The same pixels in another format.
  await sharp(place('train', 'ramp/5.png'))
    .webp({ lossless: true })
    .toFile(place('test', 'ramp/5.webp'));
  const { code, stdout, stderr } = await train(folder, '--epochs', '1', '--json');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^warning: 2 test images are also in the train part/m);
  expect(stderr).toMatch(/^ {2}\S*test\/flat\/again\.png = \S*train\/flat\/3\.png/m);
  expect(stderr).toMatch(/^ {2}\S*test\/ramp\/5\.webp = \S*train\/ramp\//m);
  expect(stderr).toMatch(/^warning: 1 image is in several classes of the train part/m);
  expect(stderr).toMatch(/^ {2}\S*flat\/4\.png = .*ramp\/wrong\.png$/m);
  expect(JSON.parse(stdout)).toMatchObject({
    classCounts: [12, 13],
    duplicates: { trainAndTest: 2, acrossClasses: 1 },
  });
});

test('a class of few images is warned of, and a class that the test part lacks', async () => {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  for (let index = 2; index < 12; index++) rmSync(join(folder, 'train', 'flat', `${index}.png`));
  rmSync(join(folder, 'test', 'ramp'), { recursive: true });
  const { code, stdout, stderr } = await train(folder, '--epochs', '1', '--json');
  expect(code).toBe(0);
  expect(stderr).toMatch(/^ {2}flat +2 +14\.3 % /m);
  expect(stderr).toMatch(/^ {2}ramp +12 +85\.7 % /m);
  expect(stderr).toMatch(/^warning: 1 class has .*: flat \(2\); try --class-weights balanced$/m);
  expect(stderr).toMatch(/^warning: the test part has no images of ramp; /m);
  expect(JSON.parse(stdout)).toMatchObject({ classCounts: [2, 12], images: { test: 12 } });
});

test('an empty class is an error that names it', async () => {
  const folder = await imageFolder();
  mkdirSync(join(folder, 'void'));
  expectRefusal(await train(folder), /void has no images; expected files of \.jpg/);
});

test('one class only is an error that names it', async () => {
  const folder = await imageFolder();
  rmSync(join(folder, 'ramp'), { recursive: true });
  expectRefusal(await train(folder), /has one class only \(flat\)/);
});

test('a folder without classes, a missing one and a file are errors', async () => {
  const folder = temporaryFolder();
  expectRefusal(await train(folder), /has no classes; expected <folder>\/<class>\/\*/);
  expectRefusal(await train(join(folder, 'nothing')), /there is no folder .*nothing/);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expectRefusal(await train(file), /file is no folder/);
});

test('a class of the test part that the training part lacks is an error', async () => {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  cpSync(join(folder, 'test', 'flat'), join(folder, 'test', 'other'), { recursive: true });
  expectRefusal(await train(folder), /other is none of the 2 known classes: flat, ramp/);
});

test('pictures of one pixel can be trained on', async () => {
  const folder = temporaryFolder();
  for (const name of ['a', 'b']) {
    for (let index = 0; index < 4; index++) {
      const file = join(folder, name, `${index}.png`);
      await writePicture(file, { width: 1, height: 1, seed: index });
    }
  }
  const { code, written } = await train(folder);
  expect(code).toBe(0);
  expect(written).toEqual(['model.report.html', 'model.safetensors']);
});

test('a place that cannot be written to is refused before anything is read', async () => {
  const folder = await imageFolder();
  const args = ['train', folder, '--out', join(folder, 'missing', 'model.safetensors'), ...QUICK];
  const { code, stderr } = await runSig(args);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^sig: error: cannot write .*: there is no folder .*; make it first\n$/);
  const onFolder = await runSig(['train', folder, '--out', folder, ...QUICK]);
  expect(onFolder.code).toBe(1);
  expect(onFolder.stderr).toMatch(/it is a folder; name a file/);
});

test('an existing model is untouched when the training cannot begin', async () => {
  const place = temporaryFolder();
  const model = join(place, 'model.safetensors');
  writeFileSync(model, 'an earlier model');
  const { code } = await runSig(['train', join(place, 'nothing'), '--out', model]);
  expect(code).toBe(1);
  expect(readFileSync(model, 'utf8')).toBe('an earlier model');
  expect(readdirSync(place)).toEqual(['model.safetensors']);
});

test.each([
  ['a head too deep for the size', ['--head', 'cnn1d', '--size', '8'], /do not go together: cnn1d/],
  [
    'a transformer too deep for the size',
    ['--head', 'transformer', '--size', '8', '--direction', 'rows'],
    /together: transformerHead/,
  ],
  ['a field head on pixels', ['--head', 'field', '--transform', 'pixels'], /takes a field/],
  [
    'a learned field on a field',
    ['--head', 'learned-field', '--transform', 'field'],
    /--head learned-field looks at pixels, got --transform field/,
  ],
  [
    'learned paths of another head',
    ['--head', 'field', '--paths', '6'],
    /--paths is for --head learned-field, got --head field/,
  ],
  [
    'strides of another head',
    ['--strides', '1'],
    /--strides is for the heads field, learned-field, got --head fc/,
  ],
  [
    'strides for other widths',
    ['--head', 'learned-field', '--depth', '1', '--strides', '1'],
    /strides must be one for each width but the first, 4, got 1/,
  ],
  ['windows without a field', ['--window', '8'], /--window is for --transform field/],
  ['moments without a field', ['--no-moments'], /--no-moments is for --transform field/],
  ['widths of a dense head', ['--head', 'fc', '--widths', '8'], /--widths is for the heads/],
  ['a window that is too large', ['--head', 'field', '--window', '99'], /window must be at most/],
  ['a separable head on signatures', ['--head', 'separable'], /it needs --transform pixels/],
  [
    'a head that is not there',
    ['--head', './no-head.mjs'],
    /--head .*no-head.mjs cannot be loaded/,
  ],
  [
    'too many features',
    ['--size', '1024', '--depth', '12'],
    /do not go together: .*at most \d+ features/,
  ],
  ['a depth of pixels', ['--transform', 'pixels'], /depth must be 1 for the transform pixels/],
  [
    'weights for other classes',
    ['--class-weights', '1,2,3'],
    /one number for each of the 2 classes/,
  ],
  ['an unknown positive class', ['--positive', 'round'], /got round; the classes are flat, ramp/],
  [
    'patience without validation',
    ['--patience', '3', '--validation', '0'],
    /needs validation images/,
  ],
])('%s is wrong usage', async (_, more, message) => {
  const { code, stderr, written } = await train(
    await imageFolder({ count: 2 }),
    ...(more as string[]),
  );
  expect(code).toBe(2);
  expect(stderr).toMatch(message as RegExp);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(written).toEqual([]);
});

test('the stack is shown where SIG_DEBUG asks for it', async () => {
  const { stderr } = await runSig(['info', 'nothing'], { env: { SIG_DEBUG: '1' } });
  expect(stderr).toMatch(/^ +at /m);
});
