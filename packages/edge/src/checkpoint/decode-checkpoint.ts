import type { BestEpoch, EpochReport, Reals } from '@sig/heads';
import { CHECKSUM_KEY, contentChecksum } from '../model/content-checksum.js';
import { MEAN, SCALE } from '../model/format.js';
import { ModelFileError } from '../model-file-error.js';
import { decodeSafetensors, type Safetensors } from '../safetensors/decode-safetensors.js';
import {
  BEST,
  CHECKPOINT_FORMAT,
  CHECKPOINT_VERSION,
  REPORT_FIELDS,
  VALIDATION_FIELDS,
} from './checkpoint-format.js';
import type { SavedCheckpoint } from './encode-checkpoint.js';

type ReportField = (typeof REPORT_FIELDS | typeof VALIDATION_FIELDS)[number];

/**
 * Reads a checkpoint that `encodeCheckpoint` wrote. Whether it fits a network `fit` checks.
 *
 * @throws ModelFileError when the bytes are no checkpoint, are cut short or damaged, or come from a
 * newer version; `problem` tells which.
 *
 * @example
 * const { checkpoint, training } = decodeCheckpoint(bytes);
 * await fit(network, dataset, { checkpoint });
 */
export function decodeCheckpoint(bytes: Uint8Array): SavedCheckpoint {
  const content = decodeSafetensors(bytes);
  checkOrigin(content);
  const { metadata, tensors } = content;
  const history = reportsOf(content);
  const has = (name: string): boolean => Object.hasOwn(tensors, name);
  return {
    training: parseTraining(metadata.training),
    checkpoint: {
      epoch: history.length,
      history,
      ...(has(MEAN) && {
        standardisation: { mean: floatsOf(content, MEAN), scale: floatsOf(content, SCALE) },
      }),
      weights: realsOf(content, 'weights'),
      first: realsOf(content, 'first'),
      second: realsOf(content, 'second'),
      ...(has('average') && { average: realsOf(content, 'average') }),
      ...(has('best') && { best: bestOf(content) }),
    },
  };
}

function checkOrigin(content: Safetensors): void {
  const { format, format_version: version, [CHECKSUM_KEY]: checksum } = content.metadata;
  if (format !== CHECKPOINT_FORMAT) {
    throw new ModelFileError('not-a-model', 'a safetensors file, but not a checkpoint of sig');
  }
  if (!/^[1-9]\d{0,8}$/.test(version)) throw invalid('its version is not a number');
  if (Number(version) > CHECKPOINT_VERSION) {
    throw new ModelFileError(
      'newer-version',
      `the checkpoint has format version ${version}, this program reads up to ${CHECKPOINT_VERSION}; update sig`,
    );
  }
  const found = contentChecksum(content);
  if (checksum === found) return;
  throw new ModelFileError(
    'wrong-checksum',
    `the checkpoint is damaged: its checksum is ${found}, its header says ${String(checksum).slice(0, 40)}; train anew`,
  );
}

function parseTraining(text: string | undefined): Record<string, string> {
  let training: unknown;
  try {
    training = JSON.parse(text ?? '');
  } catch {
    throw invalid('what it says of its training is not JSON');
  }
  if (isRecordOfText(training)) return training;
  throw invalid('what it says of its training is not an object of texts');
}

function isRecordOfText(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}

function reportsOf(content: Safetensors): EpochReport[] {
  const validated = Object.hasOwn(content.tensors, `history.${VALIDATION_FIELDS[0]}`);
  const { length } = realsOf(content, 'history.epoch');
  const column = (field: ReportField): Reals => {
    const values = realsOf(content, `history.${field}`);
    if (values.length === length) return values;
    throw invalid('its reports are not of the same epochs');
  };
  const columns = new Map(
    [...REPORT_FIELDS, ...(validated ? VALIDATION_FIELDS : [])].map((field) => [
      field,
      column(field),
    ]),
  );
  const at = (field: ReportField, row: number): number => columns.get(field)?.[row] ?? Number.NaN;
  return Array.from({ length }, (_, row) => ({
    epoch: at('epoch', row),
    epochs: at('epochs', row),
    loss: at('loss', row),
    accuracy: at('accuracy', row),
    validationLoss: validated ? at('validationLoss', row) : undefined,
    validationAccuracy: validated ? at('validationAccuracy', row) : undefined,
    best: at('best', row) === 1,
    seconds: at('seconds', row),
    imagesPerSecond: at('imagesPerSecond', row),
    learningRate: at('learningRate', row),
  }));
}

function bestOf(content: Safetensors): BestEpoch {
  const [epoch, value] = realsOf(content, 'best');
  const names = Object.keys(content.tensors).filter((name) => name.startsWith(BEST));
  const weights = names.map((name) => [name.slice(BEST.length), floatsOf(content, name)]);
  return { epoch, value, weights: Object.fromEntries(weights) };
}

function realsOf({ tensors }: Safetensors, name: string): Reals {
  const data = Object.hasOwn(tensors, name) ? tensors[name].data : undefined;
  if (data instanceof Float32Array || data instanceof Float64Array) return data;
  throw invalid(`it has no ${name} of F32 or F64`);
}

function floatsOf(content: Safetensors, name: string): Float32Array {
  const data = realsOf(content, name);
  if (data instanceof Float32Array) return data;
  throw invalid(`its ${name} is not F32`);
}

function invalid(what: string): ModelFileError {
  return new ModelFileError('invalid', `the checkpoint cannot be used: ${what}; train anew`);
}
