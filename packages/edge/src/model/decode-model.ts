import { parseRecipe } from '@sig/image-paths';
import { invalidModel as invalid, ModelFileError } from '../model-file-error.js';
import {
  parseQuantization,
  QUANTIZATION_KEY,
  type QuantizationHeader,
} from '../quantization/parse-quantization.js';
import { decodeSafetensors, type Safetensors } from '../safetensors/decode-safetensors.js';
import { checkModel } from './check-model.js';
import { CHECKSUM_KEY, contentChecksum } from './content-checksum.js';
import { FORMAT, FORMAT_VERSION, MEAN, SCALE } from './format.js';
import type { OwnLayers, SavedModel, TrainingSummary } from './model.js';
import { readWeights } from './read-weights.js';

const FREE_VALUES = 16_384;
const BYTES_A_VALUE = 256;

/**
 * Reads a model that `encodeModel` wrote; one with layers of kinds of one's own needs their code.
 *
 * It takes at most four times the bytes of the file, for which kernels in int8 stay where they are:
 * `quantization.kernels` are views on `bytes`.
 *
 * @throws ModelFileError when the bytes are no model, are cut short or damaged, come from a newer
 * version, or hold parts that do not fit together; `problem` tells which.
 *
 * @example
 * const { labels, recipe, architecture, weights } = decodeModel(bytes);
 */
export function decodeModel(bytes: Uint8Array, own: OwnLayers = {}): SavedModel {
  const content = decodeSafetensors(bytes, { copy: false });
  checkOrigin(content);
  const { metadata } = content;
  checkRoom(metadata, bytes.length);
  const quantization = QUANTIZATION_KEY in metadata ? quantizationOf(metadata) : undefined;
  const { floats, kernels } = readWeights(content, quantization?.mode);
  const { [MEAN]: mean, [SCALE]: scale, ...weights } = floats;
  const model: SavedModel = {
    kind: 'classifier',
    createdBy: metadata.created_by ?? 'unknown',
    labels: parseJson(metadata, 'labels'),
    recipe: parseJson(metadata, 'recipe'),
    architecture: parseJson(metadata, 'architecture'),
    weights,
    ...((mean || scale) && { standardisation: { mean, scale } }),
    ...(quantization && { quantization: { ...quantization, kernels } }),
    ...('training' in metadata && { training: parseTraining(metadata) }),
  };
  try {
    checkModel(model, own);
    return { ...model, recipe: parseRecipe(model.recipe) };
  } catch (error) {
    throw invalid(reason(error));
  }
}

/** Refuses files of other programs, of newer versions, and damaged ones, in this order. */
function checkOrigin(content: Safetensors): void {
  const { format, format_version: version, kind, [CHECKSUM_KEY]: checksum } = content.metadata;
  if (format !== FORMAT) {
    throw new ModelFileError(
      'not-a-model',
      'a safetensors file, but not a model of sig; give a file that sig train has written',
    );
  }
  if (!/^[1-9]\d{0,8}$/.test(version)) throw invalid('its version is not a number');
  if (Number(version) > FORMAT_VERSION) {
    throw new ModelFileError(
      'newer-version',
      `the model file has format version ${version}, this program reads up to ${FORMAT_VERSION}; update sig`,
    );
  }
  const found = contentChecksum(content);
  if (checksum !== found) {
    throw new ModelFileError(
      'wrong-checksum',
      `the model file is damaged: its checksum is ${found}, its header says ${String(checksum).slice(0, 40)}; copy it again or train anew`,
    );
  }
  if (kind !== 'classifier') {
    throw new ModelFileError(
      'newer-version',
      `the model file holds a ${String(kind).slice(0, 40)}, this program reads a classifier; update sig`,
    );
  }
}

/**
 * What is parsed of JSON may take a hundred bytes for each value, and a value be one character: beyond
 * what any program can spare, the texts may hold one in each 256 bytes of the file.
 */
function checkRoom(metadata: Readonly<Record<string, string>>, bytes: number): void {
  const most = FREE_VALUES + Math.floor(bytes / BYTES_A_VALUE);
  let values = 0;
  for (const text of Object.values(metadata)) {
    for (let at = 0; at < text.length; at++) if ('[{,'.includes(text[at])) values++;
  }
  if (values > most) {
    throw invalid(`its metadata hold more than the ${most} values that its size allows`);
  }
}

function quantizationOf(metadata: Record<string, string>): QuantizationHeader {
  try {
    return parseQuantization(metadata[QUANTIZATION_KEY]);
  } catch (error) {
    throw invalid(error instanceof SyntaxError ? 'its quantization is not JSON' : reason(error));
  }
}

function parseJson<T>(metadata: Record<string, string>, key: string): T {
  try {
    // checkModel looks at every part of it before anybody else does.
    return JSON.parse(metadata[key]) as T;
  } catch {
    throw invalid(`its ${key} is not JSON`);
  }
}

function parseTraining(metadata: Record<string, string>): TrainingSummary {
  const training = parseJson<TrainingSummary | null>(metadata, 'training');
  if (typeof training !== 'object' || training === null || Array.isArray(training)) {
    throw invalid('its training is not an object');
  }
  return training;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
