import { join } from 'node:path';
import { writeWhole } from '../files/write-whole.js';
import { buildPage } from '../page/build-page.js';

/** Writes `index.html` of the results of a folder into it. */
export function writePage(out: string): void {
  const file = join(out, 'index.html');
  writeWhole(file, buildPage(out));
  process.stdout.write(`${file}\n`);
}
