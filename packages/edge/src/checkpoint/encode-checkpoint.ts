import type { Checkpoint, EpochReport, Reals } from '@sig/heads';
import { CHECKSUM_KEY, contentChecksum } from '../model/content-checksum.js';
import { CREATED_BY, MEAN, SCALE } from '../model/format.js';
import { encodeSafetensors } from '../safetensors/encode-safetensors.js';
import type { Tensor } from '../safetensors/tensor.js';
import {
  BEST,
  CHECKPOINT_FORMAT,
  CHECKPOINT_VERSION,
  REPORT_FIELDS,
  VALIDATION_FIELDS,
} from './checkpoint-format.js';

/** A checkpoint and the training that it is of. */
export interface SavedCheckpoint {
  readonly checkpoint: Checkpoint;
  /**
   * What the training was asked for, by name: recipe, options, a digest of the images. Kept as it is;
   * whoever goes on compares it.
   */
  readonly training: Readonly<Record<string, string>>;
}

/**
 * Writes a checkpoint as one safetensors file with a checksum. The same checkpoint gives the same
 * bytes.
 *
 * @example
 * const training = { depth: '3', seed: '0' };
 * await fit(network, dataset, {
 *   onCheckpoint: (checkpoint) => store(encodeCheckpoint({ checkpoint, training })),
 * });
 */
export function encodeCheckpoint({ checkpoint, training }: SavedCheckpoint): Uint8Array {
  const { history, standardisation, weights, first, second, average, best } = checkpoint;
  const tensors: Record<string, Tensor> = {
    weights: vector(weights),
    first: vector(first),
    second: vector(second),
    ...(average && { average: vector(average) }),
    ...reportTensors(history),
  };
  if (standardisation) {
    tensors[MEAN] = vector(standardisation.mean);
    tensors[SCALE] = vector(standardisation.scale);
  }
  if (best) {
    tensors.best = vector(Float64Array.of(best.epoch, best.value));
    for (const [name, values] of Object.entries(best.weights))
      tensors[BEST + name] = vector(values);
  }
  const metadata = {
    format: CHECKPOINT_FORMAT,
    format_version: String(CHECKPOINT_VERSION),
    created_by: CREATED_BY,
    training: JSON.stringify(training),
  };
  const checksum = contentChecksum({ tensors, metadata });
  return encodeSafetensors(tensors, { ...metadata, [CHECKSUM_KEY]: checksum });
}

function vector(data: Reals): Tensor {
  const shape = [data.length];
  return data instanceof Float64Array
    ? { dtype: 'F64', shape, data }
    : { dtype: 'F32', shape, data };
}

/** Numbers, not text: JSON has no NaN. */
function reportTensors(history: readonly EpochReport[]): Record<string, Tensor> {
  const validated = history.every(({ validationLoss }) => validationLoss !== undefined);
  const fields = [...REPORT_FIELDS, ...(validated ? VALIDATION_FIELDS : [])];
  return Object.fromEntries(
    fields.map((field) => [
      `history.${field}`,
      vector(Float64Array.from(history, (report) => Number(report[field]))),
    ]),
  );
}
