import { architectureToJSON, createNetwork, fieldHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { expect, test } from 'vitest';
import {
  type ClassifierModel,
  decodeModel,
  decodeSafetensors,
  encodeModel,
  encodeSafetensors,
  ModelFileError,
  type ModelFileProblem,
} from '../../src/index.js';
import { contentChecksum } from '../../src/model/content-checksum.js';
import { smallModel } from './small-model.js';

function problemOf(bytes: Uint8Array): [ModelFileProblem, string] {
  try {
    decodeModel(bytes);
  } catch (error) {
    if (error instanceof ModelFileError) return [error.problem, error.message];
    throw error;
  }
  throw new Error('the model was read');
}

/** A model's file with other metadata and, if wanted, the checksum that belongs to it. */
function withMetadata(
  changes: Record<string, string>,
  { sealed }: { sealed: boolean },
): Uint8Array {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  const changed = { ...metadata, ...changes };
  if (sealed) changed.checksum = contentChecksum({ tensors, metadata: changed });
  return encodeSafetensors(tensors, changed);
}

test('a model is read as it was written', () => {
  const model = smallModel();
  const { createdBy, ...read } = decodeModel(encodeModel(model));
  expect(read).toEqual(model);
  expect(createdBy).toMatch(/^@sig\/edge\/\d+\.\d+\.\d+/);
});

test('a model on a field keeps its windows, and one without them is refused', () => {
  const recipe = defaultRecipe({ width: 12, height: 10, transform: 'field', window: 4, stride: 3 });
  const inputShape = recipeShape(recipe);
  const layers = fieldHead(inputShape, 2, { widths: [3, 4] });
  const network = createNetwork({ layers, inputShape, seed: 4 });
  const { weights } = network;
  const labels = ['a', 'b'];
  const architecture = architectureToJSON(network);
  const bytes = encodeModel({ kind: 'classifier', labels, recipe, architecture, weights });
  expect(decodeModel(bytes)).toMatchObject({ recipe, architecture, weights });
  const { tensors, metadata } = decodeSafetensors(bytes);
  const { window: _, ...without } = JSON.parse(metadata.recipe);
  const changed = { ...metadata, recipe: JSON.stringify(without) };
  const checksum = contentChecksum({ tensors, metadata: changed });
  expect(problemOf(encodeSafetensors(tensors, { ...changed, checksum }))).toEqual([
    'invalid',
    expect.stringContaining('window must be an integer from 2 to 256, got undefined'),
  ]);
});

test('standardisation and training summary may be left out', () => {
  const { standardisation: _, training: __, ...model } = smallModel();
  const read = decodeModel(encodeModel(model));
  expect(read).not.toHaveProperty('standardisation');
  expect(read).not.toHaveProperty('training');
});

test('the same model gives the same bytes', () => {
  expect(encodeModel(smallModel())).toEqual(encodeModel(smallModel()));
});

test('the file is a safetensors file whose metadata says what it is', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  expect(metadata).toMatchObject({ format: 'sig-model', format_version: '1', kind: 'classifier' });
  expect(metadata.checksum).toMatch(/^crc32:[0-9a-f]{8}$/);
  expect(JSON.parse(metadata.labels)).toEqual(['köter', 'cat']);
  const shapes = Object.values(tensors).map(({ shape }) => shape.join('×'));
  expect(shapes.sort()).toEqual(['12', '12', '2', '3', '3×2', '72×3']);
});

test('a file that another program has written anew, keys and tensors in other order, is whole', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  const turned = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).reverse());
  const file = encodeSafetensors(turned(tensors), turned(metadata));
  expect(file).not.toEqual(encodeModel(smallModel()));
  expect(decodeModel(file).weights).toEqual(smallModel().weights);
});

test('a file cut short, whatever the place, is said to be cut short', () => {
  const file = encodeModel(smallModel());
  for (let length = 9; length < file.length; length += 13) {
    const [problem, message] = problemOf(file.subarray(0, length));
    expect(problem).toBe('cut-short');
    expect(message).toMatch(/^the model file is cut short: .*; copy it again or train anew$/);
  }
});

test('every flipped bit of the data is noticed', () => {
  const file = encodeModel(smallModel());
  const dataStart = 8 + Number(new DataView(file.buffer).getBigUint64(0, true));
  for (let at = dataStart; at < file.length; at += 7) {
    const damaged = Uint8Array.from(file);
    damaged[at] ^= 1 << (at % 8);
    const [problem, message] = problemOf(damaged);
    expect(problem).toBe('wrong-checksum');
    expect(message).toMatch(/its checksum is crc32:\w{8}, its header says crc32:\w{8}; copy it/);
  }
});

test('changed metadata and a changed checksum are noticed', () => {
  for (const changes of <Record<string, string>[]>[
    { labels: '["a","b"]' },
    { checksum: 'crc32:00000000' },
    { extra: 'more' },
  ]) {
    expect(problemOf(withMetadata(changes, { sealed: false }))[0]).toBe('wrong-checksum');
  }
});

test('a newer version is said to be newer, before its checksum is looked at', () => {
  expect(problemOf(withMetadata({ format_version: '2' }, { sealed: false }))).toEqual([
    'newer-version',
    'the model file has format version 2, this program reads up to 1; update sig',
  ]);
  const [problem, message] = problemOf(withMetadata({ kind: 'knn' }, { sealed: true }));
  expect(problem).toBe('newer-version');
  expect(message).toMatch(/holds a knn, this program reads a classifier; update sig/);
});

test('a safetensors file of another program is no model', () => {
  const data = new Float32Array(2);
  const file = encodeSafetensors({ a: { dtype: 'F32', shape: [2], data } }, { format: 'pt' });
  expect(problemOf(file)[0]).toBe('not-a-model');
  expect(problemOf(encodeSafetensors({}))[0]).toBe('not-a-model');
  expect(problemOf(new TextEncoder().encode('<!doctype html><title>404</title>'))[0]).toBe(
    'not-a-model',
  );
});

test('a version that is no number and a training summary that is no object are refused', () => {
  for (const changes of <Record<string, string>[]>[
    { format_version: '1.5' },
    { format_version: '' },
    { training: '[]' },
    { training: '{' },
  ]) {
    expect(problemOf(withMetadata(changes, { sealed: true }))[0]).toBe('invalid');
  }
});

test('weights that are not numbers are refused, though their checksum fits', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  const [name] = Object.keys(smallModel().weights);
  const { shape, data } = tensors[name];
  const spoilt = { dtype: 'F32' as const, shape, data: new Float32Array(data.length).fill(1 / 0) };
  const changed = { ...tensors, [name]: spoilt };
  const checksum = contentChecksum({ tensors: changed, metadata });
  const [problem, message] = problemOf(encodeSafetensors(changed, { ...metadata, checksum }));
  expect(problem).toBe('invalid');
  expect(message).toContain(`weight ${name} must hold finite numbers, got Infinity at 0`);
});

test('parts that do not fit together are refused when writing', () => {
  const model = smallModel();
  const [first, ...others] = Object.keys(model.weights);
  const without = Object.fromEntries(others.map((name) => [name, model.weights[name]]));
  const cases: [Partial<ClassifierModel>, RegExp][] = [
    [{ labels: ['only'] }, /^labels must be at least two different names, got \[only\]$/],
    [{ labels: ['a', 'a'] }, /^labels must be at least two different names/],
    [{ labels: ['a', ''] }, /^labels must be a list of names$/],
    [{ labels: ['a', 'b', 'c'] }, /not one output for each of 3 labels/],
    [{ recipe: { ...model.recipe, width: 0 } }, /^width must be an integer from 1/],
    [
      { recipe: { ...model.recipe, height: 7 } },
      /features \[7,12\], the architecture takes \[6,12\]/,
    ],
    [{ weights: without }, new RegExp(`^weight ${first} must be a Float32Array of shape`)],
    [
      { weights: { ...model.weights, [first]: new Float32Array(1) } },
      /must have the shape .* got 1$/,
    ],
    [{ weights: { ...model.weights, more: new Float32Array(1) } }, /no layer .* has weight more/],
    [
      { weights: { ...model.weights, [first]: model.weights[first].map(() => Number.NaN) } },
      new RegExp(`^weight ${first} must hold finite numbers, got NaN at 0$`),
    ],
    [
      { standardisation: { mean: new Float32Array(12), scale: new Float32Array(12).fill(1 / 0) } },
      /^standardisation must hold finite numbers, got Infinity at 0$/,
    ],
    [
      { standardisation: { mean: new Float32Array(1), scale: new Float32Array(12) } },
      /^standardisation must be two Float32Arrays of 12 values, or of one for each channel of pixels$/,
    ],
  ];
  for (const [changes, message] of cases) {
    expect(() => encodeModel({ ...model, ...changes })).toThrow(message);
  }
});
