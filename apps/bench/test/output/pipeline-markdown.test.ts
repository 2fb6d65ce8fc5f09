import { expect, it } from 'vitest';
import { pipelineMarkdown } from '../../src/output/pipeline-markdown.js';
import { pipelineSpeed } from '../../src/tables/speed/pipeline.js';

const markdown = (quick: boolean): string => {
  const [row] = pipelineSpeed.rows;
  const times = {
    decode: 1000,
    rows: [[{ threads: 2, augment: 10, features: 40, step: 200 }]],
  };
  return pipelineMarkdown({ ...pipelineSpeed, epochs: 4, rows: [row], quick, images: 9, times });
};

const cells = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| cnn1d'))
    .map((line) =>
      line
        .split('|')
        .slice(3, 8)
        .map((cell) => cell.trim()),
    );

it('counts the decoding once, and the other stages in every epoch', () => {
  expect(cells(markdown(false))).toEqual([
    // Of 1,250 µs at first, and of 1,000 + 4 · 250 in all.
    ['decode and resize', '1000.0', '1000', '80.0 %', '50.0 %'],
    ['augment', '10.0', '100000', '0.8 %', '2.0 %'],
    ['features', '40.0', '25000', '3.2 %', '8.0 %'],
    ['layers and optimiser', '200.0', '5000', '16.0 %', '40.0 %'],
    ['all in the first epoch', '1250.0', '800', '', ''],
    ['all in a later epoch', '250.0', '4000', '', ''],
  ]);
});

it('marks every figure of a quick run', () => {
  for (const [, ...figures] of cells(markdown(true))) {
    for (const figure of figures) expect(figure).toMatch(/^$| \*quick\*$/);
  }
});
