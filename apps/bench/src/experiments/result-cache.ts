import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.js';
import type { Experiment, ExperimentResult } from './experiment.js';

/** Results that are kept in a folder, one file each, so that a stopped run goes on where it was. */
export interface ResultCache<E = Experiment, R = ExperimentResult> {
  get(key: string): R | undefined;
  set(key: string, experiment: E, result: R): void;
}

/** Opens the cache in a folder, which is made at the first result. A damaged file counts as absent. */
export function openResultCache<E = Experiment, R = ExperimentResult>(
  folder: string,
): ResultCache<E, R> {
  const fileOf = (key: string): string => join(folder, `${key}.json`);
  return {
    get(key) {
      try {
        return JSON.parse(readFileSync(fileOf(key), 'utf8')).result;
      } catch {
        return undefined;
      }
    },
    set(key, experiment, result) {
      writeWhole(fileOf(key), `${JSON.stringify({ experiment, result }, null, 2)}\n`);
    },
  };
}
