/** How many samples have their highest probability at their label. */
export function countCorrect(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
): number {
  let correct = 0;
  for (let sample = 0; sample < labels.length; sample++) {
    const row = sample * classes;
    let best = 0;
    for (let j = 1; j < classes; j++)
      if (probabilities[row + j] > probabilities[row + best]) best = j;
    if (best === labels[sample]) correct++;
  }
  return correct;
}
