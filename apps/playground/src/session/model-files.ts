import { download } from '../files/download.js';
import type { ExportFormat } from '../link/learner.js';
import type { Session } from './session.js';

const MOST_BYTES = 64 * 2 ** 20;

/** Opens a model file in place of the model at hand. */
export async function openModelFile(session: Session, file: File): Promise<void> {
  const { name, size } = file;
  if (size > MOST_BYTES) {
    throw new Error(`${name} has ${Math.round(size / 2 ** 20)} MB, a model has at most 64`);
  }
  await openModelBytes(session, name, new Uint8Array(await file.arrayBuffer()));
}

/** Opens a model from the bytes of its file. */
export async function openModelBytes(
  session: Session,
  file: string,
  bytes: Uint8Array,
): Promise<void> {
  const { learner, model, name, trial, lesson, cascade, curve, notice } = session;
  try {
    model.value = await learner.open(bytes);
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  name.value = file.replace(/\.safetensors$/, '').replace(/\.int8$/, '');
  trial.value = undefined;
  lesson.value = undefined;
  cascade.value = undefined;
  curve.value = undefined;
  notice.value = { kind: 'done', text: `opened ${file}` };
}

/** Saves the model in a format. */
export async function saveModel(session: Session, format: ExportFormat): Promise<void> {
  const { learner, name } = session;
  download(await learner.write(format, name.value.replace(/[^\p{L}\p{N}_.-]+/gu, '-') || 'model'));
}
