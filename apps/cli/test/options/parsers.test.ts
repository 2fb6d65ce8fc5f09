import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import { parseAugment, parseCopyList } from '../../src/options/parse-augment.js';
import { parseClassWeights } from '../../src/options/parse-class-weights.js';
import { integerFrom, numberFrom } from '../../src/options/parse-number.js';
import { parseSize } from '../../src/options/parse-size.js';
import { parseStrides } from '../../src/options/parse-strides.js';
import { parseWidths } from '../../src/options/parse-widths.js';

test('a size is one number for both sides, or width x height', () => {
  expect(parseSize('64')).toEqual({ width: 64, height: 64 });
  expect(parseSize('64x48')).toEqual({ width: 64, height: 48 });
  expect(parseSize(' 1X1024 ')).toEqual({ width: 1, height: 1024 });
});

test('a size that is none is refused', () => {
  for (const text of [
    '',
    '0',
    '64x',
    'x64',
    '64x0',
    '1025',
    '-3',
    '6.4',
    '64x48x3',
    'big',
    '1e2',
  ]) {
    expect(() => parseSize(text), text).toThrow(InvalidArgumentError);
  }
});

test('integers are read within their bounds and refused outside', () => {
  const parse = integerFrom(1, 12);
  expect([parse('1'), parse('12'), parse(' 7 ')]).toEqual([1, 12, 7]);
  for (const text of ['0', '13', '', ' ', '1.5', '-1', '0x3', '1e1', 'four', 'NaN']) {
    expect(() => parse(text), text).toThrow('It must be an integer from 1 to 12.');
  }
});

test('numbers are read within their bounds and refused outside', () => {
  const parse = numberFrom(0, 0.9);
  expect([parse('0'), parse('.5'), parse('9e-1')]).toEqual([0, 0.5, 0.9]);
  for (const text of ['', '-0.1', '0.91', 'half', 'NaN', 'Infinity']) {
    expect(() => parse(text), text).toThrow('It must be a number from 0 to 0.9.');
  }
  expect(() => numberFrom(0, 1, { above: true })('0')).toThrow('a number above 0 to 1');
});

test('class weights are none, balanced, or one number a class', () => {
  expect(parseClassWeights('none')).toBe('none');
  expect(parseClassWeights('balanced')).toBe('balanced');
  expect(parseClassWeights('1, 2.5')).toEqual([1, 2.5]);
  for (const text of ['', 'even', '1,', '0,1', '-1,1', '1,Infinity']) {
    expect(() => parseClassWeights(text), text).toThrow(InvalidArgumentError);
  }
});

test('augmentations are read as the package reads them, and refused in one sentence', () => {
  expect(parseAugment('flip,shift:4')).toMatchObject([
    { name: 'flip' },
    { name: 'shift', amount: 4 },
  ]);
  expect(parseAugment('none')).toEqual([]);
  expect(() => parseAugment('flop')).toThrow(InvalidArgumentError);
  expect(() => parseAugment('flip:7')).toThrow(/the amount of flip .* got 7\.$/);
});

test('copies are read as the package reads them, and refused in one sentence', () => {
  expect(parseCopyList('flip,brightness:80')).toEqual([
    { name: 'flip', amount: 1 },
    { name: 'brightness', amount: 80 },
  ]);
  expect(() => parseCopyList('brightness:999')).toThrow(InvalidArgumentError);
  expect(() => parseCopyList('brightness:999')).toThrow(/the amount of brightness .* got 999\.$/);
});

test('widths are channels, one for each layer', () => {
  expect(parseWidths('64, 96,128')).toEqual([64, 96, 128]);
  for (const text of ['', '0', '4097', '64,', '6.4', '-1', 'wide', `${'1,'.repeat(32)}1`]) {
    expect(() => parseWidths(text), text).toThrow(InvalidArgumentError);
  }
});

test('strides are one for each block', () => {
  expect(parseStrides('1, 2,1')).toEqual([1, 2, 1]);
  for (const text of ['', '0', '17', '1,', '1.5', `${'1,'.repeat(31)}1`]) {
    expect(() => parseStrides(text), text).toThrow(InvalidArgumentError);
  }
});
