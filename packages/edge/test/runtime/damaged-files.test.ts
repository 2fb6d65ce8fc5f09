import { cnn1dHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import { decodeSafetensors, encodeModel, encodeSafetensors } from '../../src/index.js';
import { contentChecksum } from '../../src/model/content-checksum.js';
import { createClassifier, ModelFileError } from '../../src/runtime/index.js';
import { mutate } from '../model/mutate.js';
import { smallModel } from '../model/small-model.js';
import { seededIntegers } from '../seeded-random.js';
import { bytesOf, randomNetwork } from './model-bytes.js';

const image = { width: 8, height: 6, data: new Uint8Array(8 * 6 * 3).fill(90) };

/** Whether a file is a classifier; false where the one named error was thrown. */
function works(bytes: Uint8Array): boolean {
  try {
    const classifier = createClassifier(bytes);
    const { probabilities } = classifier.classify(image);
    expect(classifier.memoryBytes).toBeLessThan(2 ** 28 + 2 ** 20);
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 4);
    return true;
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    expect(error.message).toMatch(/^[^\p{Cc}]{1,500}$/u);
    return false;
  }
}

describe('the runtime given a damaged file', () => {
  it('works or throws the one named error, 10,000 times', () => {
    const file = encodeModel(smallModel());
    const integer = seededIntegers(1);
    let loaded = 0;
    for (let run = 0; run < 10_000; run++) if (works(mutate(file, integer))) loaded++;
    expect(loaded).toBeLessThan(1_000);
  });

  it('does so under a checksum that fits as well', () => {
    const integer = seededIntegers(2);
    const whole = decodeSafetensors(encodeModel(smallModel()));
    const text = new TextEncoder();
    for (let run = 0; run < 2_000; run++) {
      const metadata = { ...whole.metadata };
      const key = ['labels', 'recipe', 'architecture', 'kind'][integer(4)];
      metadata[key] = new TextDecoder().decode(mutate(text.encode(metadata[key]), integer));
      metadata.checksum = contentChecksum({ tensors: whole.tensors, metadata });
      works(encodeSafetensors(whole.tensors, metadata));
    }
  });

  it('refuses parts of the wrong kind, and says of a layer which', () => {
    const { tensors, metadata } = decodeSafetensors(encodeModel(smallModel()));
    const change = (key: string, value: string): Uint8Array => {
      const changed: Record<string, string> = { ...metadata, [key]: value };
      changed.checksum = contentChecksum({ tensors, metadata: changed });
      return encodeSafetensors(tensors, changed);
    };
    const strange = ['null', '0', '"x"', '[]', '{}', '[null]', '[['.repeat(50_000), 'not json'];
    for (const key of ['labels', 'recipe', 'architecture', 'quantization']) {
      for (const value of strange) expect(works(change(key, value)), `${key} ${value}`).toBe(false);
    }
    const layers = JSON.stringify({
      inputShape: [6, 12],
      layers: [
        { kind: 'flatten', options: {} },
        { kind: 'lstm', options: {} },
      ],
    });
    expect(() => createClassifier(change('architecture', layers))).toThrow(/layer 1 \(lstm\)/);
  });

  it('refuses tensors that lie over one another, of which a short file could hold many', () => {
    const entry = '{"dtype":"F32","shape":[4],"data_offsets":[0,16]}';
    const header = new TextEncoder().encode(`{"a":${entry},"b":${entry}}`);
    const bytes = new Uint8Array(8 + header.length + 16);
    bytes[0] = header.length;
    bytes.set(header, 8);
    expect(() => createClassifier(bytes)).toThrow(/damaged at its end/);
  });

  it('refuses more tensors than any model has, and a header that is nearly all of the file', () => {
    const file = (header: string): Uint8Array => {
      const text = new TextEncoder().encode(header);
      const bytes = new Uint8Array(8 + text.length);
      new DataView(bytes.buffer).setUint32(0, text.length, true);
      bytes.set(text, 8);
      return bytes;
    };
    const tensors = (count: number): string =>
      Array.from(
        { length: count },
        (_, at) => `"${at}":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}`,
      ).join(',');
    expect(() => createClassifier(file(`{${tensors(1024)}}`))).toThrow(/not a model of sig/);
    expect(() => createClassifier(file(`{${tensors(1025)}}`))).toThrow(/at its tensors/);
    const nested = `{"__metadata__":${'['.repeat(2 ** 18)}`;
    expect(() => createClassifier(file(nested))).toThrow(ModelFileError);
    expect(() => createClassifier(file(nested))).toThrow(/no safetensors header/);
  });

  it('has taken no memory for weights before the first image', () => {
    const recipe = defaultRecipe();
    const layers = cnn1dHead(recipeShape(recipe), 2);
    const classifier = createClassifier(bytesOf(recipe, randomNetwork(recipe, layers, 1)));
    expect(classifier.memoryBytes).toBe(65536);
  });

  it('says what is no file', () => {
    for (const given of [null, 'model.safetensors', {}, [], [[]]]) {
      expect(() => createClassifier(given as never)).toThrow(/must be the bytes|needs a model/);
    }
  });
});
