import { expect, test } from 'vitest';
import { classBalance } from '../../src/data/class-balance.js';
import { balanceLines, missingClassLines } from '../../src/output/balance-lines.js';
import { duplicateLines } from '../../src/output/duplicate-lines.js';

const balanceOf = (...counts: number[]) =>
  classBalance(
    counts.flatMap((count, label) => Array<number>(count).fill(label)),
    counts.map((_, label) => `class ${label}`),
  );

test('classes are counted in their order, those without images too', () => {
  expect(classBalance([2, 0, 2, 2], ['a', 'b', 'c'])).toEqual([
    { name: 'a', count: 1, share: 0.25 },
    { name: 'b', count: 0, share: 0 },
    { name: 'c', count: 3, share: 0.75 },
  ]);
});

test('counts and shares are listed, with a bar', () => {
  expect(balanceLines(balanceOf(1000, 3000), { weighted: false })).toEqual([
    `  class 0  1,000  25.0 %  ${'█'.repeat(6)}▋`,
    `  class 1  3,000  75.0 %  ${'█'.repeat(20)}`,
  ]);
});

test('many classes are told in one line', () => {
  const counts = Array.from({ length: 30 }, (_, label) => 1000 + label);
  expect(balanceLines(balanceOf(...counts), { weighted: false })).toEqual([
    '30 classes of 1,000 to 1,029 images',
  ]);
});

test('a class of less than half of an equal share is named, with a cure where there is one', () => {
  const few = balanceLines(balanceOf(24, 76), { weighted: false }).at(-1);
  expect(few).toBe(
    'warning: 1 class has less than half of an equal share: class 0 (24); try --class-weights balanced',
  );
  expect(balanceLines(balanceOf(24, 76), { weighted: true }).at(-1)).toBe(
    'warning: 1 class has less than half of an equal share: class 0 (24)',
  );
  expect(balanceLines(balanceOf(25, 75), { weighted: false })).toHaveLength(2);
  expect(balanceLines(balanceOf(1, 1, 1, 1, 1, 1, 1, 500), { weighted: true }).at(-1)).toMatch(
    /^warning: 7 classes have .*: class 0 \(1\), .*class 4 \(1\) and 2 more$/,
  );
});

test('classes that the test part lacks are named', () => {
  expect(missingClassLines(balanceOf(3, 1))).toEqual([]);
  expect(missingClassLines(balanceOf(3, 0, 0))).toEqual([
    'warning: the test part has no images of class 1, class 2; its figures are about the other classes alone',
  ]);
});

test('duplicates are counted, and some are named', () => {
  expect(duplicateLines({ trainAndTest: [], acrossClasses: [] })).toEqual([]);
  const five = Array.from({ length: 5 }, (_, at) => [`t${at}`, `a${at}`]);
  expect(
    duplicateLines({ trainAndTest: five, acrossClasses: [['b\n', 'c', 'd', 'e', 'f']] }),
  ).toEqual([
    'warning: 5 test images are also in the train part, which makes the test figures too good:',
    '  t0 = a0',
    '  t1 = a1',
    '  t2 = a2',
    '  and 2 more',
    'warning: 1 image is in several classes of the train part, which cannot all be right:',
    '  b\\n = c = d and 2 more',
  ]);
});
