import type { Checkpoint, EpochReport } from '@sig/heads';
import { describe, expect, it } from 'vitest';
import {
  decodeCheckpoint,
  decodeModel,
  decodeSafetensors,
  encodeCheckpoint,
  encodeModel,
  encodeSafetensors,
  ModelFileError,
} from '../../src/index.js';
import { CHECKSUM_KEY, contentChecksum } from '../../src/model/content-checksum.js';
import { mutate } from '../model/mutate.js';
import { smallModel } from '../model/small-model.js';
import { seededIntegers } from '../seeded-random.js';

const report = (epoch: number): EpochReport => ({
  epoch,
  epochs: 9,
  loss: 0.1 * epoch,
  accuracy: 1 / 3,
  validationLoss: epoch === 1 ? Number.NaN : 0.7,
  validationAccuracy: 0.5,
  best: epoch === 1,
  seconds: 1.25,
  imagesPerSecond: 1e4 / 3,
  learningRate: 1e-3,
});

const checkpoint: Checkpoint = {
  epoch: 2,
  history: [report(1), report(2)],
  standardisation: { mean: Float32Array.of(1, 2), scale: Float32Array.of(3, 4) },
  weights: Float32Array.of(1, -0, 1e-45, 3e38),
  first: Float32Array.of(5, 6, 7, 8),
  second: Float32Array.of(9, 10, 11, 12),
  average: Float32Array.of(13, 14, 15, 16),
  best: {
    epoch: 1,
    value: -Infinity,
    weights: { '0.dense.kernel': Float32Array.of(17, 18), '0.dense.bias': Float32Array.of(19) },
  },
};
const training = { '--depth': '3', images: 'köter, cat' };
const bytes = encodeCheckpoint({ checkpoint, training });

describe('a checkpoint in a file', () => {
  it('is what it was, to the last bit, with numbers that are none in JSON', () => {
    expect(decodeCheckpoint(bytes)).toEqual({ checkpoint, training });
    expect(encodeCheckpoint(decodeCheckpoint(bytes))).toEqual(bytes);
  });

  it('may have neither validation nor average, and be of a float64 engine', () => {
    const [{ validationLoss: _, validationAccuracy: __, ...first }] = checkpoint.history;
    const plain: Checkpoint = {
      epoch: 1,
      history: [first],
      weights: Float64Array.of(Math.PI),
      first: Float64Array.of(1e-300),
      second: Float64Array.of(0),
    };
    expect(decodeCheckpoint(encodeCheckpoint({ checkpoint: plain, training: {} }))).toEqual({
      checkpoint: plain,
      training: {},
    });
  });

  it('is refused where it is cut short, damaged, newer or something else', () => {
    const refuse = (given: Uint8Array, problem: string, message: RegExp): void => {
      let found: unknown;
      try {
        decodeCheckpoint(given);
      } catch (error) {
        found = error;
      }
      expect(found).toBeInstanceOf(ModelFileError);
      expect(found).toMatchObject({ problem, message: expect.stringMatching(message) });
    };
    refuse(bytes.slice(0, -1), 'cut-short', /cut short/);
    const damaged = Uint8Array.from(bytes);
    damaged[bytes.length - 1] ^= 1;
    refuse(damaged, 'wrong-checksum', /^the checkpoint is damaged: its checksum is crc32:/);
    refuse(encodeModel(smallModel()), 'not-a-model', /not a checkpoint of sig/);
    refuse(new TextEncoder().encode('{"epoch": 3}'), 'not-a-model', /not a safetensors file/);
    const { tensors, metadata } = decodeSafetensors(bytes);
    refuse(
      encodeSafetensors(tensors, { ...metadata, format_version: '2' }),
      'newer-version',
      /format version 2, this program reads up to 1; update sig/,
    );
    const signed = (content: ReturnType<typeof decodeSafetensors>): Uint8Array =>
      encodeSafetensors(content.tensors, {
        ...content.metadata,
        [CHECKSUM_KEY]: contentChecksum(content),
      });
    const { first: __, ...others } = tensors;
    refuse(signed({ tensors: others, metadata }), 'invalid', /it has no first of F32 or F64/);
    refuse(
      signed({ tensors, metadata: { ...metadata, training: '[1]' } }),
      'invalid',
      /its training is not an object of texts/,
    );
    const loss = { dtype: 'F64', shape: [1], data: Float64Array.of(1) } as const;
    refuse(
      signed({ tensors: { ...tensors, 'history.loss': loss }, metadata }),
      'invalid',
      /its reports are not of the same epochs/,
    );
  });

  it('is no model, and says so', () => {
    expect(() => decodeModel(bytes)).toThrow('not a model of sig');
  });

  it('is whole or the one named error after any damage', () => {
    const integer = seededIntegers(3);
    let loaded = 0;
    for (let run = 0; run < 3000; run++) {
      const changed = mutate(bytes, integer);
      try {
        decodeCheckpoint(changed);
        loaded++;
      } catch (error) {
        if (!(error instanceof ModelFileError)) throw error;
        expect(error.message).toMatch(/^[^\p{Cc}]{1,500}$/u);
      }
    }
    expect(loaded).toBeLessThan(300);
  });
});
