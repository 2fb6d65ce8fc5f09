import { createNetwork, fcHead } from '@sig/heads';
import { defaultRecipe, recipeShape } from '@sig/image-paths';
import { describe, expect, it } from 'vitest';
import type { ClassifierModel } from '../../src/index.js';
import { countArrayBytes } from '../count-array-bytes.js';
import { seededIntegers } from '../seeded-random.js';
import { mutate } from './mutate.js';

const made = countArrayBytes();
const { decodeModel, encodeModel, ModelFileError, quantizeModel } = await import(
  '../../src/index.js'
);
const { createClassifier } = await import('../../src/runtime/index.js');
const { smallModel } = await import('./small-model.js');

const range = { scale: 0.25, zeroPoint: 3 };
const ways = {
  float32: undefined,
  float16: { mode: 'float16' },
  'dynamic-int8': { mode: 'dynamic-int8' },
  int8: { mode: 'int8', activations: { '1.dense': range, '3.dense': range } },
} as const;

function fileOf(model: ClassifierModel, way: keyof typeof ways): Uint8Array {
  const how = ways[way];
  return encodeModel(how ? quantizeModel(model, how) : model);
}

/** Nearly all of its file are kernels. */
function largeModel(): ClassifierModel {
  const recipe = defaultRecipe({ width: 32, height: 32 });
  const inputShape = recipeShape(recipe);
  const { weights, ...network } = createNetwork({ layers: fcHead(inputShape, 2), inputShape });
  const layers = network.layers.map(({ kind, options }) => ({ kind, options }));
  return {
    ...{ kind: 'classifier', labels: ['a', 'b'], recipe, weights },
    architecture: { inputShape, layers } as ClassifierModel['architecture'],
  };
}

/** Bytes of the arrays that reading a file made, whether it was a model or the one named error. */
function bytesToRead(read: (file: Uint8Array) => unknown, file: Uint8Array): number {
  const before = made.bytes;
  try {
    read(file);
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
  }
  return made.bytes - before;
}

describe.each(Object.entries({ decodeModel, createClassifier }))('%s', (name, read) => {
  // What the runtime always has: its WebAssembly, 4 kB.
  const always = name === 'createClassifier' ? 4096 : 0;

  it.each(Object.keys(ways) as (keyof typeof ways)[])(
    'makes arrays of at most four times the bytes of a file in %s, whole or damaged',
    (way) => {
      const file = fileOf(smallModel(), way);
      const integer = seededIntegers(8);
      for (let run = 0; run < 2_500; run++) {
        const damaged = mutate(file, integer);
        expect(bytesToRead(read, damaged)).toBeLessThanOrEqual(4 * damaged.length + always);
      }
      for (const whole of [file, fileOf(largeModel(), way)]) {
        const shifted = new Uint8Array(whole.length + 1).subarray(1);
        shifted.set(whole);
        for (const bytes of [whole, shifted]) {
          expect(() => read(bytes)).not.toThrow();
          const taken = bytesToRead(read, bytes);
          expect(taken).toBeLessThanOrEqual(4 * whole.length + always);
        }
      }
    },
  );
});

it('counts what is made, so that the bound means something', () => {
  const file = fileOf(largeModel(), 'int8');
  expect(bytesToRead(decodeModel, file)).toBeGreaterThan(3.8 * file.length);
});
