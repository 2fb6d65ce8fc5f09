import { join } from 'node:path';
import { imageFolder } from './image-folder.js';
import { runSig } from './run-sig.js';
import { temporaryFolder } from './temporary-folder.js';

/** Options that make a training a matter of a second. */
export const QUICK = [
  ...['--size', '16', '--direction', 'rows', '--depth', '2', '--no-time', '--no-basepoint'],
  ...['--head', 'fc', '--epochs', '30', '--batch', '8'],
  ...['--augment', 'none', '--dropout', '0', '--learning-rate', '0.01', '--threads', '1'],
] as const;

/** A folder of pictures with train and test parts, and a model trained on it. */
export async function trainedModel(): Promise<{ folder: string; model: string }> {
  const folder = await imageFolder({ parts: ['train', 'test'] });
  const model = join(temporaryFolder(), 'model.safetensors');
  const { code, stderr } = await runSig(['train', folder, '--out', model, ...QUICK, '--quiet']);
  if (code !== 0) throw new Error(`training failed: ${stderr}`);
  return { folder, model };
}
