import { expect, it } from 'vitest';
import { operations } from '../../src/signature/operations.js';

it('counts the operations of Horner’s scheme', () => {
  const shape = { channels: 3, depth: 4, length: 64 };
  // 3 + (3 + 9) + (3 + 9 + 27) + (3 + 9 + 27 + 81) multiply-adds for each of 63 increments.
  expect(operations('signature', shape)).toBe(2 * 63 * 174);
  expect(operations('vjp', shape)).toBe(3 * operations('signature', shape));
  expect(operations('logSignature', shape)).toBeGreaterThan(operations('signature', shape));
});
