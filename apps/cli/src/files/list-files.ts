import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The files in a folder and the folders in it, hidden ones left out, in natural order. */
export function listFiles(folder: string): string[] {
  const { compare } = new Intl.Collator('en', { numeric: true });
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => compare(a.name, b.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}
