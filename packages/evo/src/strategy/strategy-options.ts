/** The box a candidate must lie in: a number for all coordinates, or one each; may be infinite. */
export interface Bounds {
  readonly lower: number | ArrayLike<number>;
  readonly upper: number | ArrayLike<number>;
}

/** What every strategy takes. */
export interface StrategyOptions {
  /** Where to begin, [dimension], within the bounds. */
  start: ArrayLike<number>;
  /** The first standard deviation: the optimum is hoped for within a few of it. Above 0. */
  sigma: number;
  /** None by default. */
  bounds?: Bounds;
  /** An integer (0): the same seed and the same values give the same candidates. */
  seed?: number;
  /** What NaN means to `tell`: an 'error' (the default), or the 'worst' value of all. */
  nan?: 'error' | 'worst';
}
