import type { Table } from '../table.js';

export interface SetsRow {
  /** The folder of the set. */
  readonly set: string;
  /** The set of the paper that it stands for, if any. */
  readonly paper?: {
    readonly name: string;
    /** Part, class, images and weight as printed. */
    readonly classes: readonly (readonly [
      part: string,
      name: string,
      images: number,
      weight?: number,
    ])[];
  };
  readonly notes?: readonly string[];
}

/** A table of image sets: images of each class and their weights. */
export interface SetsTable extends Pick<Table, 'name' | 'title' | 'about' | 'judged' | 'seeds'> {
  readonly kind: 'sets';
  readonly rows: readonly SetsRow[];
}
