import { join } from 'node:path';
import { balancedClassWeights } from '@sig/heads';
import { checksumSet } from '../../data/checksum-set.js';
import { hasSet, readSplitFolder } from '../../data/read-set.js';
import type { SetsRow, SetsTable } from './sets-table.js';

/** Images of a class in one part of a set. */
export interface ClassCount {
  readonly part: 'train' | 'test';
  readonly name: string;
  readonly images: number;
  /** n / (classes · n_c), of train. */
  readonly weight?: number;
}

export interface SetsRowResult extends SetsRow {
  /** Nothing where the set is missing. */
  readonly counts: readonly ClassCount[];
  readonly checksum?: string;
}

export interface SetsTableResult
  extends Pick<SetsTable, 'kind' | 'name' | 'title' | 'about' | 'judged'> {
  readonly quick: boolean;
  readonly rows: readonly SetsRowResult[];
}

/** Counts the images of every set that is there. */
export async function runSetsTable(
  { kind, name, title, about, judged, rows }: SetsTable,
  { folder, onSkip }: { readonly folder: string; readonly onSkip?: (line: string) => void },
): Promise<SetsTableResult> {
  const found: SetsRowResult[] = [];
  for (const row of rows) {
    if (!hasSet(folder, row.set)) {
      onSkip?.(`${name}: there is no set ${row.set} in ${folder}; row skipped`);
      found.push({ ...row, counts: [] });
      continue;
    }
    const { classes, train, test } = await readSplitFolder(join(folder, row.set));
    const labels = train.map(({ label }) => label);
    const weights = balancedClassWeights(Int32Array.from(labels), classes.length);
    const counts = (['train', 'test'] as const).flatMap((part) =>
      classes.map((own, label): ClassCount => {
        const images = (part === 'train' ? train : test).filter((item) => item.label === label);
        return {
          ...{ part, name: own, images: images.length },
          ...(part === 'train' && { weight: weights[label] }),
        };
      }),
    );
    found.push({ ...row, counts, checksum: await checksumSet(folder, row.set) });
  }
  return { kind, name, title, about, judged, quick: false, rows: found };
}
