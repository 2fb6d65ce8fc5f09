/** The nearest references of every evaluated sample, and which of them are of its class. */
export interface JudgedNeighbours {
  readonly count: number;
  readonly k: number;
  /** [count, k], squared distances less a number of each sample's own, ascending. */
  readonly squares: Float32Array;
  /** [count, k], the references' labels. */
  readonly labels: Int32Array;
  /** [count], the right labels. */
  readonly truth: Int32Array;
  readonly classes: number;
}

/** How wrong the neighbours are, from 0 (not at all) to 1: the smaller the better. */
export type Fitness = (neighbours: JudgedNeighbours) => number;

/** The share of wrong majority votes: what is asked for, in steps of one sample. */
export const errorRate: Fitness = (neighbours) =>
  meanOver(neighbours, (shares, truth, nearest) => {
    let winner = nearest;
    for (let label = 0; label < shares.length; label++) {
      if (shares[label] > shares[winner]) winner = label;
    }
    return winner === truth ? 0 : 1;
  });

/**
 * The mean share of soft votes for other classes. A neighbour's vote is exp(-(d² - d₁²) / τ), where τ is
 * the mean of d² - d₁² over the sample's neighbours: it changes with every weight (after the soft
 * neighbours of Goldberger et al. 2004, "Neighbourhood Components Analysis").
 */
export const softVotes: Fitness = (neighbours) =>
  meanOver(neighbours, (shares, truth) => 1 - shares[truth], true);

/** As `softVotes`, but what counts is by how much the right class leads the best other one. */
export const voteMargin: Fitness = (neighbours) =>
  meanOver(
    neighbours,
    (shares, truth) => {
      let other = 0;
      for (let label = 0; label < shares.length; label++) {
        if (label !== truth) other = Math.max(other, shares[label]);
      }
      return (1 - shares[truth] + other) / 2;
    },
    true,
  );

function meanOver(
  { count, k, squares, labels, truth, classes }: JudgedNeighbours,
  loss: (shares: Float64Array, truth: number, nearest: number) => number,
  soft = false,
): number {
  const shares = new Float64Array(classes);
  let sum = 0;
  for (let row = 0; row < count; row++) {
    const first = row * k;
    shares.fill(0);
    let spread = 0;
    for (let at = first; at < first + k; at++) spread += (squares[at] - squares[first]) / k;
    let total = 0;
    for (let at = first; at < first + k; at++) {
      const weight = soft && spread > 0 ? Math.exp((squares[first] - squares[at]) / spread) : 1;
      shares[labels[at]] += weight;
      total += weight;
    }
    for (let label = 0; label < classes; label++) shares[label] /= total;
    sum += loss(shares, truth[row], labels[first]);
  }
  return sum / count;
}
