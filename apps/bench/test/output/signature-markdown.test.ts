import { expect, it } from 'vitest';
import { signatureMarkdown } from '../../src/output/signature-markdown.js';
import { signatureSpeed } from '../../src/tables/speed/signature.js';

const lastCells = (quick: boolean): string[] | undefined => {
  const figure = { task: 'signature' as const, threads: 1, microseconds: 51, gigaflops: 27.5 };
  const rows = signatureSpeed.rows.slice(0, 1);
  const times = { rows: [[figure]] };
  return signatureMarkdown({ ...signatureSpeed, rows, quick, times })
    .trim()
    .split('\n')
    .at(-1)
    ?.split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
};

it('prints one row a figure, with how many times faster it is', () => {
  const where = ['rows of an image', '3', '4', '64', '64', 'signature', '1'];
  expect(lastCells(false)).toEqual([...where, '51', '27.5', '204', '4.0']);
});

it('marks what a quick run measured, and not what was measured elsewhere', () => {
  const figures = ['51 *quick*', '27.5 *quick*', '204', '4.0 *quick*'];
  expect(lastCells(true)?.slice(-4)).toEqual(figures);
});
