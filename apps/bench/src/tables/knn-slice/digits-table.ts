import type { DigitExperiment } from '../../digits/digit-experiment.js';

export interface DigitsRow {
  readonly name: string;
  readonly experiment: Omitted<DigitExperiment, 'seed' | 'threads'>;
  /** What the slides printed for it, as a share. */
  readonly paper?: number;
}

/** A table of engines that read digits, as data. */
export interface DigitsTable {
  readonly kind: 'digits';
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly seeds: readonly number[];
  readonly rows: readonly DigitsRow[];
}

/** `Omit`, of each member of a union. */
type Omitted<Union, Keys extends keyof Union> = Union extends unknown ? Omit<Union, Keys> : never;
