import { expect, test } from 'vitest';
import { runSig } from '../run-sig.js';

test('every command has a help with an example', async () => {
  const names = [
    'train',
    'evolve',
    'eval',
    'predict',
    'augment',
    'visualize',
    'info',
    'export',
    'measure',
  ];
  for (const command of [[], ...names.map((name) => [name])]) {
    const { code, stdout, stderr } = await runSig([...command, '--help']);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(new RegExp(`^Examples:\\n {2}\\$ sig ${command[0] ?? 'train'} `, 'm'));
  }
});

test('the help of train tells the defaults, MNIST included', async () => {
  const { stdout } = await runSig(['train', '--help']);
  const flat = stdout.replace(/\s+/g, ' ');
  expect(flat).toContain('--size <pixels> width and height, 64 or 64x48 (default: 64, mnist 28)');
  expect(flat).toContain('--threads <n> threads in all (default: ');
});

test('the version is a number', async () => {
  const { code, stdout } = await runSig(['--version']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
});

test('without a command the help goes to stderr', async () => {
  const { code, stdout, stderr } = await runSig([]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('Usage: sig');
});

const to = ['--out', 'never-written.safetensors'];

test.each([
  ['an unknown command', ['trian'], /unknown command 'trian' \(Did you mean train\?\)/],
  ['an unknown option', ['train', 'x', ...to, '--hed', 'fc'], /unknown option '--hed'/],
  ['a missing argument', ['eval', 'model'], /missing required argument 'data'/],
  ['no --out', ['train', 'x'], /required option '--out <file>' not specified/],
  ['arguments too many', ['info', 'a', 'b'], /too many arguments for 'info'/],
  ['a bad size', ['train', 'x', ...to, '--size', '0'], /pixels from 1 to 1024, or 64x48/],
  ['a bad depth', ['train', 'x', ...to, '--depth', '13'], /an integer from 1 to 12/],
  [
    'a bad head',
    ['train', 'x', ...to, '--head', 'cnn'],
    /It must be auto, fc, cnn1d, transformer, separable, field, learned-field, or a module such as/,
  ],
  ['a bad number', ['train', 'x', ...to, '--epochs', 'many'], /argument 'many' is invalid/],
  ['a bad loss', ['train', 'x', ...to, '--loss', 'l2'], /Allowed choices are cross-entropy, focal/],
  ['a bad augmentation', ['train', 'x', ...to, '--augment', 'spin'], /augmentation must be one of/],
  ['bad weights', ['train', 'x', ...to, '--class-weights', '0,1'], /none, balanced, or numbers/],
  ['a bad seed', ['train', 'x', ...to, '--seed', '-1'], /an integer from 0 to 4294967295/],
  ['too few seconds', ['measure', 'm', '--seconds', '0'], /a number from 0.1 to 300/],
  ['threads out of range', ['predict', 'm', 'x', '--threads', '0'], /an integer from 1 to 64/],
])('%s is wrong usage', async (_, args, message) => {
  const { code, stdout, stderr } = await runSig(args as string[]);
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message as RegExp);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('where nothing similar is known, the way to the help is told', async () => {
  for (const [args, message] of [
    [['fit'], "unknown command 'fit'"],
    [['info', 'x', '--threads', '2'], "unknown option '--threads'"],
  ] as const) {
    const { stderr } = await runSig(args);
    expect(stderr).toBe(`sig: error: ${message}; --help lists what there is\n`);
  }
});
