import { expect, test } from 'vitest';
import { decodeSafetensors, ModelFileError } from '../../src/index.js';
import { safetensorsFile } from './safetensors-file.js';

function refusal(header: string): string {
  try {
    decodeSafetensors(safetensorsFile(header));
  } catch (error) {
    if (error instanceof ModelFileError) return error.message;
    throw error;
  }
  return 'read';
}

const list = (count: number, item: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => item(at)).join(',');
const tensor = (at: number): string => `"${at}":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}`;

test('a thousand empty tensors are read, as many as fill the file are not', () => {
  expect(refusal(`{${list(1000, tensor)}}`)).toBe('read');
  expect(refusal(`{${list(15_000, tensor)}}`)).toMatch(
    /^the model file names more than the \d+ tensors and metadata that its size allows; give a model/,
  );
});

test('as much metadata as fills the file is refused', () => {
  expect(refusal(`{"__metadata__":{${list(50_000, (at) => `"${at}":""`)}}}`)).toMatch(
    /^the model file names more than the \d+ tensors and metadata/,
  );
});

test('a header that is nearly all of a large file is refused before it is read', () => {
  expect(refusal(`{"__metadata__":{"a":"${'['.repeat(2 ** 21)}"}}`)).toMatch(
    /^the model file has a header of \d+ bytes, more than an eighth of it; give a model/,
  );
});
