import { appendFileSync } from 'node:fs';
import { writeFileAtomic } from './write-file-atomic.js';

/** A file of JSON lines, one object an entry. */
export interface Log<Entry> {
  append(entry: Entry): void;
}

/**
 * Begins a log with the entries that are known already. What the file held before is replaced: a line cut
 * short, or an entry that a killed run wrote and its checkpoint does not know, would be there twice.
 */
export function startLog<Entry>(file: string | undefined, known: readonly Entry[]): Log<Entry> {
  const lineOf = (entry: Entry): string => `${JSON.stringify(entry)}\n`;
  if (file === undefined) return { append() {} };
  writeFileAtomic(file, new TextEncoder().encode(known.map(lineOf).join('')));
  return { append: (entry) => appendFileSync(file, lineOf(entry)) };
}
