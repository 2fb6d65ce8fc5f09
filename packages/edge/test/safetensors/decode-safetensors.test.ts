import { expect, test } from 'vitest';
import { decodeSafetensors, ModelFileError } from '../../src/index.js';
import { safetensorsFile } from './safetensors-file.js';

function problemOf(bytes: Uint8Array): string {
  try {
    decodeSafetensors(bytes);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    expect(error.message).not.toContain('\n');
    return `${error.problem}: ${error.message}`;
  }
  return 'none';
}

const entry = (fields: string) => `{"a":{${fields}}}`;
const four = [0, 0, 128, 63];

test('a file written by the letter of the format is read', () => {
  const header =
    '{"__metadata__":{"by":"h\\u00e4nd"}, "b":{"dtype":"U8","shape":[3],"data_offsets":[8,11]},' +
    '"a":{"shape":[1,2],"data_offsets":[0,8],"dtype":"F32"} }   ';
  const { tensors, metadata } = decodeSafetensors(
    safetensorsFile(header, [0, 0, 128, 63, 0, 0, 0, 192, 7, 8, 9]),
  );
  expect(metadata).toEqual({ by: 'händ' });
  expect(tensors).toEqual({
    a: { dtype: 'F32', shape: [1, 2], data: new Float32Array([1, -2]) },
    b: { dtype: 'U8', shape: [3], data: new Uint8Array([7, 8, 9]) },
  });
});

test('bytes at an odd place in a larger buffer are read and stay untouched', () => {
  const file = safetensorsFile(entry('"dtype":"F32","shape":[1],"data_offsets":[0,4]'), four);
  const larger = new Uint8Array(file.length + 5).fill(255);
  larger.set(file, 3);
  const { tensors } = decodeSafetensors(larger.subarray(3, 3 + file.length));
  expect(tensors.a.data).toEqual(new Float32Array([1]));
  tensors.a.data.fill(0 as never);
  expect(larger.subarray(3, 3 + file.length)).toEqual(file);
});

test('a tensor named __proto__ is a tensor like any other', () => {
  const { tensors } = decodeSafetensors(
    safetensorsFile('{"__proto__":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}', [5]),
  );
  expect(Object.keys(tensors)).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(tensors)).toBe(Object.prototype);
});

test('bytes that are something else are no model', () => {
  for (const bytes of [
    new Uint8Array(0),
    new Uint8Array(7),
    new Uint8Array(64),
    new Uint8Array(64).fill(255),
    new TextEncoder().encode('just a text file, longer than eight bytes'),
    safetensorsFile('[]'),
    safetensorsFile('{}x'),
    safetensorsFile('\ufeff{}'),
    safetensorsFile('{"a"}'),
    safetensorsFile('{"a":1}'),
    safetensorsFile('{"__metadata__":{}'),
    safetensorsFile('{"__metadata__":{},}'),
    safetensorsFile('{"__metadata__":{"a":"b",}}'),
    safetensorsFile('{"a'),
    safetensorsFile('{"\\q":{}}'),
    safetensorsFile('{"__metadata__":{"a":1}}'),
    safetensorsFile('{"__metadata__":'.repeat(50_000)),
    safetensorsFile('['.repeat(100_000)),
    safetensorsFile(entry('"dtype":"U8","shape":[1e9],"data_offsets":[0,1]')),
    safetensorsFile(entry('"dtype":"U8","shape":[-1],"data_offsets":[0,1]')),
    safetensorsFile(entry('"dtype":"U8","shape":[01],"data_offsets":[0,1]')),
    safetensorsFile(entry('"dtype":"U8","shape":[99999999999999999999],"data_offsets":[0,1]')),
  ]) {
    expect(problemOf(bytes)).toMatch(/^not-a-model: not a safetensors file/);
  }
  const notText = safetensorsFile('{"a":{}}');
  notText[10] = 0xff;
  expect(problemOf(notText)).toMatch(/header is not UTF-8/);
});

test('keys that come twice are refused', () => {
  const twice = '"dtype":"F32","shape":[1],"data_offsets":[0,4]';
  expect(problemOf(safetensorsFile(`{"a":{${twice}},"\\u0061":{${twice}}}`, four))).toMatch(
    /"a" comes twice/,
  );
  expect(problemOf(safetensorsFile('{"__metadata__":{"k":"1","k":"2"}}'))).toMatch(/comes twice/);
  expect(problemOf(safetensorsFile(entry(`${twice},"dtype":"I32"`), four))).toMatch(/comes twice/);
});

test('a file that was cut short says how much is there', () => {
  const file = safetensorsFile(entry('"dtype":"F32","shape":[1],"data_offsets":[0,4]'), four);
  for (let length = 9; length < file.length; length++) {
    expect(problemOf(file.subarray(0, length))).toMatch(
      new RegExp(`^cut-short: the model file is cut short: ${length} bytes of at least \\d+ are`),
    );
  }
});

test('types, shapes and places that do not fit are refused before anything is made', () => {
  for (const [fields, message] of [
    ['"dtype":"F32","shape":[1]', /needs dtype, shape and two data_offsets/],
    ['"dtype":"F32","shape":[1],"data_offsets":[0]', /two data_offsets/],
    ['"dtype":"F32","shape":[1],"data_offsets":[0,4],"x":"y"', /unknown field "x"/],
    ['"dtype":"F7","shape":[1],"data_offsets":[0,4]', /has dtype "F7", not BOOL/],
    ['"dtype":"constructor","shape":[1],"data_offsets":[0,4]', /has dtype "constructor"/],
    ['"dtype":"F32","shape":[2],"data_offsets":[0,4]', /has 4 bytes, which is not F32 \[2\]/],
    ['"dtype":"F32","shape":[1],"data_offsets":[4,0]', /has -4 bytes/],
    ['"dtype":"F32","shape":[1],"data_offsets":[4,8]', /begins at byte 4 of the data where 0/],
    ['"dtype":"U8","shape":[9007199254740991,9007199254740991],"data_offsets":[0,4]', /4 bytes/],
  ] as const) {
    const problem = problemOf(safetensorsFile(entry(fields), four));
    expect(problem).toMatch(message);
    expect(problem).toMatch(/^invalid: the model file is damaged: tensor "a"/);
  }
  const huge = entry('"dtype":"U8","shape":[9007199254740991],"data_offsets":[0,9007199254740991]');
  expect(problemOf(safetensorsFile(huge, four))).toMatch(/^cut-short/);
});

test('a list in the header is read no further than it can be right', () => {
  const many = '1,'.repeat(100_000);
  const shape = entry(`"dtype":"U8","shape":[${many}1],"data_offsets":[0,1]`);
  expect(problemOf(safetensorsFile(shape, [1]))).toMatch(
    /^invalid: .* tensor "a" has more than 64 dimensions;/,
  );
  const offsets = entry(`"dtype":"U8","shape":[1],"data_offsets":[${many}1]`);
  expect(problemOf(safetensorsFile(offsets, [1]))).toMatch(
    /^invalid: .* tensor "a" has more than 2 data_offsets;/,
  );
});

test('tensors that overlap or leave gaps, and bytes left over, are refused', () => {
  const at = (name: string, begin: number) =>
    `"${name}":{"dtype":"U8","shape":[2],"data_offsets":[${begin},${begin + 2}]}`;
  expect(problemOf(safetensorsFile(`{${at('a', 0)},${at('b', 1)}}`, [1, 2, 3]))).toMatch(
    /tensor "b" begins at byte 1 of the data where 2 was due/,
  );
  expect(problemOf(safetensorsFile(`{${at('a', 0)},${at('b', 3)}}`, [1, 2, 3, 4, 5]))).toMatch(
    /tensor "b" begins at byte 3/,
  );
  expect(problemOf(safetensorsFile(`{${at('a', 0)}}`, [1, 2, 3]))).toMatch(/1 bytes more/);
});

test('something else than bytes is a mistake of the caller', () => {
  // @ts-expect-error text is not bytes
  expect(() => decodeSafetensors('text')).toThrow(
    new TypeError('bytes must be a Uint8Array, got string'),
  );
});
