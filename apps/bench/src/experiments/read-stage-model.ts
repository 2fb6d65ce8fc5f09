import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeModel } from '@sig/edge';
import type { StageExperiment } from './stage.js';

/** A stage that was trained elsewhere. */
export interface StageModel {
  /** Its model file, in base64. */
  readonly model: string;
  /** Of the file, so that what it said is kept under its own name. */
  readonly digest: string;
}

/**
 * The model of a row, `<folder>/<name>.safetensors`, in place of a training.
 *
 * @throws RangeError where it is not there, or has kept other images aside than the table does.
 */
export function readStageModel(
  folder: string,
  name: string,
  { validation, seed }: StageExperiment,
): StageModel {
  const file = join(folder, `${name}.safetensors`);
  if (!existsSync(file)) {
    throw new RangeError(`--models: ${file} is not there; name each model as its row, ${name}`);
  }
  const bytes = readFileSync(file);
  const { training } = decodeModel(bytes);
  const said: unknown = training?.options;
  const options = typeof said === 'object' && said !== null ? Object.entries(said) : [];
  for (const [option, value] of options) {
    const wanted = option === 'validation' ? validation : option === 'seed' ? seed : value;
    if (value === wanted) continue;
    throw new RangeError(
      `${file} was trained with --${option} ${value}, the table keeps images aside by ${wanted}: train it with that`,
    );
  }
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { model: bytes.toString('base64'), digest };
}
