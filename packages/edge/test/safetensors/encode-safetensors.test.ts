import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, type Tensor } from '../../src/index.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function headerOf(bytes: Uint8Array): { length: number; json: Record<string, unknown> } {
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  return { length, json: JSON.parse(text(bytes.subarray(8, 8 + length))) };
}

test('the file is a length, a JSON header and the data', () => {
  const bytes = encodeSafetensors(
    { a: { dtype: 'F32', shape: [1, 2], data: new Float32Array([1, -2]) } },
    { made: 'here' },
  );
  const { length, json } = headerOf(bytes);
  expect(json).toEqual({
    __metadata__: { made: 'here' },
    a: { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] },
  });
  expect([...bytes.subarray(8 + length)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
});

test('the data begins at a multiple of 8 and every tensor at a multiple of its element', () => {
  const bytes = encodeSafetensors({
    odd: { dtype: 'I8', shape: [3], data: new Int8Array(3) },
    wide: { dtype: 'F64', shape: [1], data: new Float64Array(1) },
    mid: { dtype: 'F16', shape: [1], data: new Uint16Array(1) },
  });
  const { length, json } = headerOf(bytes);
  expect(length % 8).toBe(0);
  expect(json).toEqual({
    wide: { dtype: 'F64', shape: [1], data_offsets: [0, 8] },
    mid: { dtype: 'F16', shape: [1], data_offsets: [8, 10] },
    odd: { dtype: 'I8', shape: [3], data_offsets: [10, 13] },
  });
});

test('no tensors at all are a valid file', () => {
  expect(text(encodeSafetensors({}).subarray(8)).trim()).toBe('{}');
});

test('a view into a larger array writes only what it sees', () => {
  const whole = new Float32Array([9, 1, 2, 9]);
  const bytes = encodeSafetensors({ a: { dtype: 'F32', shape: [2], data: whole.subarray(1, 3) } });
  expect(decodeSafetensors(bytes).tensors.a.data).toEqual(new Float32Array([1, 2]));
});

const name = fc.string({ unit: 'binary', maxLength: 12 }).filter((n) => n !== '__metadata__');
const tensor: fc.Arbitrary<Tensor> = fc.oneof(
  fc.float32Array().map((data): Tensor => ({ dtype: 'F32', shape: [data.length], data })),
  fc.float64Array().map((data): Tensor => ({ dtype: 'F64', shape: [1, data.length], data })),
  fc.int8Array().map((data): Tensor => ({ dtype: 'I8', shape: [data.length, 1], data })),
  fc.uint8Array().map((data): Tensor => ({ dtype: 'U8', shape: [data.length], data })),
  fc.uint16Array().map((data): Tensor => ({ dtype: 'BF16', shape: [data.length], data })),
  fc.int32Array().map((data): Tensor => ({ dtype: 'I32', shape: [data.length], data })),
  fc.bigInt64Array().map((data): Tensor => ({ dtype: 'I64', shape: [data.length], data })),
  fc.constant<Tensor>({ dtype: 'F32', shape: [], data: new Float32Array([3]) }),
);

test('what is written is read back, whatever the names, types and texts', () => {
  const entries = fc.uniqueArray(fc.tuple(name, tensor), { selector: ([n]) => n, maxLength: 5 });
  const texts = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(entries, texts, (pairs, metadata) => {
      const read = decodeSafetensors(encodeSafetensors(Object.fromEntries(pairs), metadata));
      expect(new Map(Object.entries(read.tensors))).toEqual(new Map(pairs));
      expect(Object.entries(read.metadata).sort()).toEqual(Object.entries(metadata).sort());
    }),
    { numRuns: 300 },
  );
});

test('data of another type than the dtype is refused', () => {
  const data = new Float64Array(2);
  expect(() =>
    // @ts-expect-error the compiler refuses it as well
    encodeSafetensors({ a: { dtype: 'F32', shape: [2], data } }),
  ).toThrow(new TypeError('data of a must be a Float32Array for dtype F32'));
});

test('a shape that does not hold the data is refused', () => {
  for (const shape of [[3], [2, 2], [], [-2, -1], [0.5, 4]]) {
    expect(() =>
      encodeSafetensors({ a: { dtype: 'F32', shape, data: new Float32Array(2) } }),
    ).toThrow(`shape of a must hold its 2 elements, got [${shape.join(', ')}]`);
  }
});

test('the reserved name, an unknown dtype and metadata that is not text are refused', () => {
  const data = new Float32Array(0);
  expect(() => encodeSafetensors({ __metadata__: { dtype: 'F32', shape: [0], data } })).toThrow(
    RangeError,
  );
  // @ts-expect-error no such type
  expect(() => encodeSafetensors({ a: { dtype: 'F7', shape: [0], data } })).toThrow(
    /dtype of a must be one of BOOL, .*, got F7/,
  );
  // @ts-expect-error numbers are not text
  expect(() => encodeSafetensors({}, { a: 1 })).toThrow(
    'metadata must be text, got number for "a"',
  );
});
