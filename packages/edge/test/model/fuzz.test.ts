import { expect, test } from 'vitest';
import {
  type ClassifierModel,
  decodeModel,
  decodeSafetensors,
  encodeModel,
  encodeSafetensors,
  ModelFileError,
  quantizeModel,
} from '../../src/index.js';
import { contentChecksum } from '../../src/model/content-checksum.js';
import { seededIntegers } from '../seeded-random.js';
import { mutate } from './mutate.js';
import { smallModel } from './small-model.js';

/** The model, or undefined where the one named error was thrown; anything else passes through. */
function decodedOrRefused(bytes: Uint8Array): ClassifierModel | undefined {
  try {
    return decodeModel(bytes);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    expect(error.message).toMatch(/^[^\p{Cc}]{1,500}$/u);
    return undefined;
  }
}

test('10,000 damaged files are each a valid model or the one named error', () => {
  const file = encodeModel(smallModel());
  const integer = seededIntegers(1);
  let loaded = 0;
  for (let run = 0; run < 10_000; run++) {
    const model = decodedOrRefused(mutate(file, integer));
    if (model === undefined) continue;
    loaded++;
    expect(decodeModel(encodeModel(model))).toEqual(model);
  }
  expect(loaded).toBeLessThan(1_000);
});

test.each(['dynamic-int8', 'int8', 'float16'] as const)(
  '4,000 damaged files of a model in %s are each a valid model or the one named error',
  (mode) => {
    const range = { scale: 0.25, zeroPoint: 3 };
    const activations = { '1.dense': range, '3.dense': range };
    const small = quantizeModel(smallModel(), mode === 'int8' ? { mode, activations } : { mode });
    const file = encodeModel(small);
    const whole = decodeSafetensors(file);
    const integer = seededIntegers(3);
    const text = new TextEncoder();
    for (let run = 0; run < 4_000; run++) {
      // By turns the bytes as they are, and what they say under a checksum that fits.
      let bytes = mutate(file, integer);
      if (run % 2 === 0) {
        const metadata = { ...whole.metadata };
        const changed = mutate(text.encode(metadata.quantization), integer);
        metadata.quantization = new TextDecoder().decode(changed);
        metadata.checksum = contentChecksum({ tensors: whole.tensors, metadata });
        bytes = encodeSafetensors(whole.tensors, metadata);
      }
      const model = decodedOrRefused(bytes);
      if (model !== undefined) expect(decodeModel(encodeModel(model))).toEqual(model);
    }
  },
);

test('damage under a checksum that fits is a valid model or the one named error as well', () => {
  const integer = seededIntegers(2);
  const whole = decodeSafetensors(encodeModel(smallModel()));
  const text = new TextEncoder();
  for (let run = 0; run < 3_000; run++) {
    const metadata = { ...whole.metadata };
    const key = ['labels', 'recipe', 'architecture', 'training', 'kind'][integer(5)];
    metadata[key] = new TextDecoder().decode(mutate(text.encode(metadata[key]), integer));
    metadata.checksum = contentChecksum({ tensors: whole.tensors, metadata });
    const model = decodedOrRefused(encodeSafetensors(whole.tensors, metadata));
    if (model !== undefined) expect(decodeModel(encodeModel(model))).toEqual(model);
  }
});

test('metadata of very many values, each a character of the file, are refused before they are read', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  for (const training of [`{"a":${'['.repeat(20_000)}`, `{"a":[${'0,'.repeat(20_000)}0]}`]) {
    const changed: Record<string, string> = { ...metadata, training };
    changed.checksum = contentChecksum({ tensors, metadata: changed });
    expect(() => decodeModel(encodeSafetensors(tensors, changed))).toThrow(
      /its metadata hold more than the \d+ values that its size allows; train anew$/,
    );
  }
});

test('parts of the wrong kind under a checksum that fits are refused', () => {
  const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
  const strange = ['null', '0', '"x"', '[]', '{}', '[null]', '{"layers":1}', '{"layers":[{}]}'];
  strange.push('{"inputShape":[6,12],"layers":[null]}', '{"inputShape":null,"layers":[]}');
  strange.push('{"inputShape":[6,12],"layers":[{"kind":"dense","options":{"units":1e12}}]}');
  strange.push('[['.repeat(50_000), '[1,1]', '["a"]', '["a","a"]', '["a",""]', 'not json');
  for (const key of ['labels', 'recipe', 'architecture']) {
    for (const value of strange) {
      const changed: Record<string, string> = { ...metadata, [key]: value };
      changed.checksum = contentChecksum({ tensors, metadata: changed });
      expect(decodedOrRefused(encodeSafetensors(tensors, changed)), `${key} ${value}`).toBe(
        undefined,
      );
    }
  }
});
