import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIdx } from '../../src/idx/parse-idx.js';

function header(type: number, ...shape: number[]): number[] {
  const bytes = [0, 0, type, shape.length];
  for (const length of shape) {
    bytes.push(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255);
  }
  return bytes;
}

describe('parseIdx', () => {
  it('reads images and labels of bytes, without copying', () => {
    const bytes = Uint8Array.from([...header(8, 2, 1, 3), 1, 2, 3, 4, 5, 6]);
    const { shape, data } = parseIdx(bytes);
    expect(shape).toEqual([2, 1, 3]);
    expect(data).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(data.buffer).toBe(bytes.buffer);
  });

  it('reads every element type, big-endian, at any offset of a buffer', () => {
    const cases: [number, number[], ArrayLike<number>][] = [
      [0x09, [0xff, 2], Int8Array.of(-1, 2)],
      [0x0b, [0xff, 0xfe, 1, 2], Int16Array.of(-2, 258)],
      [0x0c, [0, 0, 1, 0, 0xff, 0xff, 0xff, 0xff], Int32Array.of(256, -1)],
      [0x0d, [0x3f, 0x80, 0, 0, 0xc0, 0, 0, 0], Float32Array.of(1, -2)],
      [
        0x0e,
        [0x3f, 0xf0, ...new Array(6).fill(0), 0x40, ...new Array(7).fill(0)],
        Float64Array.of(1, 2),
      ],
    ];
    for (const [type, values, wanted] of cases) {
      const bytes = Uint8Array.from([9, ...header(type, 2), ...values]).subarray(1);
      expect(parseIdx(bytes)).toEqual({ shape: [2], data: wanted });
    }
  });

  it('refuses files that are cut short, too long or no idx, in one line', () => {
    const whole = Uint8Array.from([...header(8, 2, 2), 1, 2, 3, 4]);
    expect(() => parseIdx(whole.subarray(0, 15))).toThrow(
      'the idx file is cut short: [2, 2] needs 16 bytes, got 15',
    );
    expect(() => parseIdx(whole.subarray(0, 9))).toThrow(
      'the idx file is cut short: its header has 12 bytes, got 9',
    );
    expect(() => parseIdx(Uint8Array.from([...whole, 5]))).toThrow(
      'the idx file goes on after its end: [2, 2] needs 16 bytes, got 17',
    );
    for (const bytes of [[], [0, 0], [0, 1, 8, 0], [0, 0, 7, 0], [0x1f, 0x8b, 8, 0]]) {
      expect(() => parseIdx(Uint8Array.from(bytes))).toThrow('not an idx file');
    }
  });

  it('refuses a shape that promises more than there is, before it allocates', () => {
    const most = 0xffffffff;
    expect(() => parseIdx(Uint8Array.from(header(0x0e, most, most, most)))).toThrow('is cut short');
    expect(() => parseIdx(Uint8Array.from(header(0x0e, ...new Array(255).fill(most))))).toThrow(
      'is cut short',
    );
  });

  it('reads an array without elements', () => {
    expect(parseIdx(Uint8Array.from(header(0x0d, 0, 0xffffffff)))).toEqual({
      shape: [0, 0xffffffff],
      data: new Float32Array(),
    });
  });

  it('refuses what is not bytes', () => {
    for (const [value, kind] of [
      ['text', 'string'],
      [null, 'object'],
      [[0, 0, 8, 0], 'object'],
    ]) {
      expect(() => parseIdx(value as unknown as Uint8Array)).toThrow(
        new TypeError(`bytes must be a Uint8Array, got ${kind}`),
      );
    }
  });

  it('either refuses any bytes with a RangeError or reads no more than there are', () => {
    const tail = fc.uint8Array({ maxLength: 64 });
    const start = fc.oneof(
      fc.constant([]),
      fc
        .tuple(fc.constantFrom(8, 9, 11, 12, 13, 14), fc.integer({ min: 0, max: 255 }))
        .map(([type, dimensions]) => [0, 0, type, dimensions]),
      fc
        .tuple(
          fc.constantFrom(8, 9, 11, 12, 13, 14),
          fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
        )
        .map(([type, shape]) => header(type, ...shape)),
    );
    fc.assert(
      fc.property(start, tail, (first, rest) => {
        const bytes = Uint8Array.from([...first, ...rest]);
        try {
          const { data } = parseIdx(bytes);
          expect(data.byteLength).toBeLessThanOrEqual(bytes.length);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
