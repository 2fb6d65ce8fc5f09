import { type Loss, sumLoss } from './loss.js';

/** The mean loss over some labels of who takes every class for equally likely. */
export function chanceLoss(labels: ArrayLike<number>, classes: number, loss: Loss): number {
  const alike = new Float64Array(classes).fill(1 / classes);
  const byClass = Array.from(alike, (_, label) => sumLoss(alike, [label], classes, loss));
  let sum = 0;
  for (let index = 0; index < labels.length; index++) sum += byClass[labels[index]];
  return sum / labels.length;
}
