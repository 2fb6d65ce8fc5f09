import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/state/decode.js';
import { encode } from '../../src/state/encode.js';

describe('encoding numbers as JSON', () => {
  it('is undone bit by bit, for every double', () => {
    fc.assert(
      fc.property(fc.array(fc.double()), (values) => {
        const read = decode(JSON.parse(JSON.stringify(encode(Float64Array.from(values)))));
        expect(read).toEqual(values);
      }),
    );
  });

  it('keeps nested objects, and leaves functions and undefined fields out', () => {
    const value = { a: [-0, { b: Number.NaN }], c: undefined, d: () => 1, e: 'word', f: null };
    expect(encode(value)).toEqual({ a: ['-0', { b: 'NaN' }], e: 'word', f: null });
  });
});
