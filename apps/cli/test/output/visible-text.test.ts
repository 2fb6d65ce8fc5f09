import { expect, test } from 'vitest';
import { CommandError, describeError } from '../../src/errors.js';
import { describeSkipped } from '../../src/output/skipped-files.js';
import { renderTable } from '../../src/output/table.js';
import { visibleText } from '../../src/output/visible-text.js';

test('what a terminal would obey is written as an escape', () => {
  expect(visibleText('a\nb\r\tc')).toBe('a\\nb\\r\\tc');
  expect(visibleText('\u001b[31mred\u009b')).toBe('\\x1b[31mred\\x9b');
  expect(visibleText('abc\u202egpj.exe')).toBe('abc\\u202egpj.exe');
});

test('all other text stays as it is', () => {
  const text = 'köter 図 – 👩‍🚀 \\n with space';
  expect(visibleText(text)).toBe(text);
});

test('a table keeps a line for a row, whatever is in its cells', () => {
  expect(renderTable([['a\nb', '1']], { header: false })).toBe('a\\nb  1');
});

test('errors and skipped files keep to their line', () => {
  expect(describeError(new CommandError('two\nlines.jpg: no'))).toBe('two\\nlines.jpg: no');
  expect(describeSkipped([{ file: 'a\nb.jpg', reason: 'is empty' }])[1]).toBe(
    '  a\\nb.jpg is empty',
  );
});

test("the system's errors are told in words, with a path and without", () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  expect(describeError(full)).toBe('the disk is full');
  expect(describeError(Object.assign(full, { path: 'a.bin' }))).toBe('a.bin: the disk is full');
  const missing = Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '' });
  expect(describeError(missing)).toBe("'': there is no such file or folder");
});
