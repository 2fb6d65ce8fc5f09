import { readBatch } from '../execution/read-batch.js';
import { runForward } from '../execution/run-forward.js';
import type { Runtime } from '../execution/runtime.js';
import { countCorrect } from './count-correct.js';
import type { Dataset } from './dataset.js';
import { type Loss, sumLoss } from './loss.js';

/** Mean loss and accuracy over some samples of a dataset, with dropout and augmentation off. */
export async function validate(
  runtime: Runtime,
  dataset: Dataset,
  indices: Int32Array,
  loss: Loss,
  breathe: () => Promise<void> | undefined,
): Promise<{ loss: number; accuracy: number }> {
  const { engine, batch } = runtime;
  const classes = dataset.classes.length;
  let sum = 0;
  let correct = 0;
  for (let start = 0; start < indices.length; start += batch.capacity) {
    const some = indices.subarray(start, start + batch.capacity);
    readBatch(runtime, dataset, some);
    runForward(runtime, some.length);
    const probabilities = engine.realsAt(batch.probabilities, some.length * classes);
    const labels = engine.int32At(batch.labels, some.length);
    sum += sumLoss(probabilities, labels, classes, loss);
    correct += countCorrect(probabilities, labels, classes);
    await breathe();
  }
  return { loss: sum / indices.length, accuracy: correct / indices.length };
}
