/** The cheapest policy found for each number of right answers. */
export interface BestByCorrect {
  /** By the number of right answers; Infinity where none was found. */
  readonly cost: Float64Array;
  /** The cut of each stage but the last, [correct][stage]. */
  readonly cuts: Int32Array;
  /** The lowest cost for so many right answers or more, as of the last `refresh`. */
  readonly reach: Float64Array;
}

export function createBest(images: number, stages: number): BestByCorrect {
  return {
    cost: new Float64Array(images + 1).fill(Number.POSITIVE_INFINITY),
    cuts: new Int32Array((images + 1) * stages),
    reach: new Float64Array(images + 1).fill(Number.POSITIVE_INFINITY),
  };
}

/** Brings `reach` up to date. */
export function refresh({ cost, reach }: BestByCorrect): void {
  let least = Number.POSITIVE_INFINITY;
  for (let correct = cost.length - 1; correct >= 0; correct--) {
    if (cost[correct] < least) least = cost[correct];
    reach[correct] = least;
  }
}
