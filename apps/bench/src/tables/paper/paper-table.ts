import type { GraphChoice } from '../../costs/count-graph.js';
import type { ModelChoice } from '../../costs/count-model.js';
import type { Recipe, Table } from '../table.js';

/** What a paper printed for a row, in its own words or as a number in the column's unit. */
export interface Printed {
  /** Percent. */
  readonly accuracy?: number | string;
  readonly averagePrecision?: number;
  readonly f1?: number;
  readonly params?: number;
  /** With its unit. */
  readonly size?: string;
  readonly quantizedSize?: string;
  readonly time?: string;
  /** Millions, two for a multiply-add. */
  readonly flops?: number;
}

/** One training of a row's model on one set by one protocol, once for each seed. */
export interface PaperRun {
  /** The column of its accuracy: `fire, as published`. */
  readonly label: string;
  readonly recipe: Recipe;
  readonly seeds: readonly number[];
}

/** A row of a paper's table: what it printed, what is counted, what is measured. */
export interface PaperRow {
  readonly name: string;
  readonly printed?: Printed;
  /** What parameters and multiply-adds are counted of. */
  readonly model?: ModelChoice | GraphChoice;
  /** Classes that they are counted for (2). */
  readonly classes?: number;
  /** Where the printed number of parameters is not what its architecture has: that of the architecture. */
  readonly counted?: number;
  readonly runs?: readonly PaperRun[];
  /** Where the document is inconsistent, or the row differs from it. */
  readonly notes?: readonly string[];
}

/** Groups of columns that a table shows. */
export type PaperColumn =
  | 'params'
  | 'accuracy'
  | 'int8'
  | 'averagePrecision'
  | 'f1'
  | 'size'
  | 'steps'
  | 'flops'
  | 'time';

/** A table of a paper, beside what is counted and measured here. */
export interface PaperTable
  extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds' | 'quickEpochs'> {
  readonly kind: 'paper';
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** Of the table as a whole. */
  readonly notes?: readonly string[];
}
