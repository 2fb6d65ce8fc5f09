/** What is known after a generation, as plain JSON. */
export interface HistoryEntry {
  /** From 1, over the strategy's whole life. */
  readonly generation: number;
  /** Up to this generation. */
  readonly evaluations: number;
  /** Since the history began. */
  readonly seconds: number;
  /** The best value so far; null where there is none that is finite, as in the others. */
  readonly best: number | null;
  /** Of this generation. */
  readonly generationBest: number | null;
  /** Of this generation. */
  readonly generationMedian: number | null;
  readonly sigma: number | null;
  readonly axisRatio: number | null;
}

export type History = readonly HistoryEntry[];
