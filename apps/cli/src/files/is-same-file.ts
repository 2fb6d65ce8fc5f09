import { type BigIntStats, statSync } from 'node:fs';
import { resolve } from 'node:path';

/** Whether two names are of one file, links followed; one that is not there yet is the same by name. */
export function isSameFile(one: string, other: string): boolean {
  if (resolve(one) === resolve(other)) return true;
  const [a, b] = [one, other].map(lookUp);
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function lookUp(file: string): BigIntStats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false, bigint: true });
  } catch {
    // What cannot be looked at is named by whoever reads or writes it.
    return undefined;
  }
}
