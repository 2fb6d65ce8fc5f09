import type { Experiment } from '../experiments/experiment.js';

/** What a table asks of one line; the runner adds seeds and threads. */
export type Recipe = Omit<Experiment, 'judged' | 'seed' | 'threads'>;

export interface TableRow {
  readonly name: string;
  readonly recipe: Recipe;
  /** What a paper printed for it, as a share. */
  readonly paper?: number;
  /** What the row has to reach, as a share. */
  readonly floor?: number;
}

/** A table of accuracies, as data. */
export interface Table {
  /** The word that runs it: `heads/imagenette`. */
  readonly name: string;
  readonly title: string;
  /** One paragraph: what is compared, and on which images it is judged. */
  readonly about: string;
  readonly judged: Experiment['judged'];
  readonly seeds: readonly number[];
  /** Epochs are divided by this in a quick run (40): more where trainings are long. */
  readonly quickEpochs?: number;
  readonly rows: readonly TableRow[];
}
