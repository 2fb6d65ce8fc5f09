export interface DistilledTargetsOptions {
  /** How much of each target is the teacher's answer; the rest is the label's (0.5). */
  share?: number;
  /** Softens the answers: they are those of the teacher's logits divided by it (2). */
  temperature?: number;
}

/**
 * Targets from a teacher's answers (Hinton, Vinyals and Dean 2015, "Distilling the knowledge in a neural
 * network"): (1 - share) · onehot(label) + share · softmax(z / temperature), where z are the teacher's
 * logits. A dataset's `readTarget` takes its rows; the network that learns from them has no temperature of its own.
 *
 * @param probabilities [count, classes], the teacher's, in the order of the labels.
 * @returns [count, classes]
 * @throws RangeError when there are not as many rows as labels, an option is out of range or a
 * row has nothing above 0.
 *
 * @example
 * const answers = await predict(teacher, dataset);
 * const targets = distilledTargets(answers, dataset.labels, dataset.classes.length);
 * const row = (index: number) => targets.subarray(index * classes.length, (index + 1) * classes.length);
 * await fit(student, { ...dataset, readTarget: (index, target) => target.set(row(index)) });
 */
export function distilledTargets(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classes: number,
  { share = 0.5, temperature = 2 }: DistilledTargetsOptions = {},
): Float32Array {
  if (probabilities.length !== labels.length * classes) {
    throw new RangeError(
      `${labels.length} labels of ${classes} classes need ${labels.length * classes} probabilities, got ${probabilities.length}`,
    );
  }
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must be from 0 to 1, got ${share}`);
  if (!(temperature > 0 && Number.isFinite(temperature))) {
    throw new RangeError(`temperature must be above 0, got ${temperature}`);
  }
  const targets = new Float32Array(probabilities.length);
  for (let index = 0; index < labels.length; index++) {
    const row = index * classes;
    let sum = 0;
    for (let at = row; at < row + classes; at++) sum += probabilities[at] ** (1 / temperature);
    if (!(sum > 0)) {
      throw new RangeError(
        `probabilities must have a sum above 0 in each row, got ${sum} at ${index}`,
      );
    }
    for (let j = 0; j < classes; j++) {
      const told = probabilities[row + j] ** (1 / temperature) / sum;
      targets[row + j] = share * told + (j === labels[index] ? 1 - share : 0);
    }
  }
  return targets;
}
