import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../src/crc32.js';

test('the check value of the standard is met', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('no bytes have the checksum 0', () => {
  expect(crc32(new Uint8Array(0))).toBe(0);
});

test('a checksum can be taken in pieces', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      expect(crc32(b, crc32(a))).toBe(crc32(Uint8Array.of(...a, ...b)));
    }),
  );
});

test.skipIf(zlibCrc32 === undefined)('zlib finds the same checksums', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    }),
  );
});
