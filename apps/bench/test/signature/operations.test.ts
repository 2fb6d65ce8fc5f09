import { describe, expect, it } from 'vitest';
import { operations } from '../../src/signature/operations.mjs';
import { table } from '../../src/signature/table.mjs';

const shape = {
  channels: 3,
  depth: 4,
  length: 64,
  unit: 64,
  units: 1,
  reference: { signature: 204 },
};

describe('the signature benchmark', () => {
  it('counts the operations of Horner’s scheme', () => {
    // 3 + (3 + 9) + (3 + 9 + 27) + (3 + 9 + 27 + 81) multiply-adds for each of 63 increments.
    expect(operations('signature', shape)).toBe(2 * 63 * 174);
    expect(operations('vjp', shape)).toBe(3 * operations('signature', shape));
    expect(operations('logSignature', shape)).toBeGreaterThan(operations('signature', shape));
  });

  it('prints one row a figure, with how many times faster it is', () => {
    const figure = {
      task: 'signature' as const,
      threads: 1,
      microseconds: 51,
      gigaflops: 27.5,
      reference: 204,
    };
    const lines = table([{ shape, figures: [figure] }]).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[2].split('|').map((cell) => cell.trim())).toEqual([
      '',
      '3',
      '4',
      '64',
      '64',
      'signature',
      '1',
      '51',
      '27.5',
      '204',
      '4.0',
      '',
    ]);
  });
});
