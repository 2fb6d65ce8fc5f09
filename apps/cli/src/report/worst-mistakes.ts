/** An image that was taken for what it is not. */
export interface Mistake {
  /** Its place among the images. */
  readonly place: number;
  readonly actual: number;
  readonly predicted: number;
  /** Of the class it was taken for. */
  readonly probability: number;
  /** Of the class it is of. */
  readonly actualProbability: number;
}

/** The images that are called wrongly, the least probable truths first. */
export function worstMistakes(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
  most: number,
): Mistake[] {
  const mistakes: Mistake[] = [];
  for (let place = 0; place < labels.length; place++) {
    if (predicted[place] === labels[place]) continue;
    mistakes.push({
      place,
      actual: labels[place],
      predicted: predicted[place],
      probability: probabilities[place * classes + predicted[place]],
      actualProbability: probabilities[place * classes + labels[place]],
    });
  }
  return mistakes
    .sort((a, b) => a.actualProbability - b.actualProbability || a.place - b.place)
    .slice(0, most);
}
