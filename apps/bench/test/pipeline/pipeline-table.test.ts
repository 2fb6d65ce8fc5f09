import { describe, expect, it } from 'vitest';
import { pipelineTable } from '../../src/pipeline/pipeline-table.mjs';

describe('the pipeline benchmark', () => {
  it('counts the decoding once, and the other stages in every epoch', () => {
    const stages = { decode: 1000, augment: 10, features: 40, step: 200 };
    const lines = pipelineTable([{ network: 'small', threads: 2, ...stages }], 4).split('\n');
    expect(
      lines.slice(2).map((line) =>
        line
          .split('|')
          .slice(3, 8)
          .map((cell) => cell.trim()),
      ),
    ).toEqual([
      // Of 1,250 µs at first, and of 1,000 + 4 · 250 in all.
      ['decode and resize', '1000.0', '1000', '80.0 %', '50.0 %'],
      ['augment', '10.0', '100000', '0.8 %', '2.0 %'],
      ['features', '40.0', '25000', '3.2 %', '8.0 %'],
      ['layers and optimiser', '200.0', '5000', '16.0 %', '40.0 %'],
      ['all in the first epoch', '1250.0', '800', '', ''],
      ['all in a later epoch', '250.0', '4000', '', ''],
    ]);
  });
});
