import { appendFileSync } from 'node:fs';
import type { EpochReport } from '@sig/heads';
import { writeFileAtomic } from '../files/write-file-atomic.js';

/** A file of JSON lines, one object an epoch. */
export interface EpochLog {
  append(report: EpochReport): void;
}

/**
 * Begins a log with the epochs that are over already. What the file held before is replaced: a line cut
 * short, or an epoch that a killed training wrote and its checkpoint does not know, would be there twice.
 */
export function startEpochLog(file: string | undefined, history: readonly EpochReport[]): EpochLog {
  if (file === undefined) return { append() {} };
  writeFileAtomic(file, new TextEncoder().encode(history.map(lineOf).join('')));
  return { append: (report) => appendFileSync(file, lineOf(report)) };
}

function lineOf(report: EpochReport): string {
  return `${JSON.stringify(report)}\n`;
}
