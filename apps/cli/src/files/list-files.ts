import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { naturalOrder } from '@sig/image-paths/node';

/**
 * The files in a folder and the folders in it, hidden ones left out, in natural order. Links to
 * files count as files; pipes and devices, which could be waited for without end, do not.
 */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => naturalOrder(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listFiles(path);
      const found = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : entry;
      // A link to nothing is named later, as a file that does not exist.
      return found === undefined || found.isFile() ? [path] : [];
    });
}
