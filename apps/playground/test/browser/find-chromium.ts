import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of an installed Chromium, undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders
    .flatMap((folder) =>
      ['chromium', 'chromium-browser', 'google-chrome'].map((name) => join(folder, name)),
    )
    .find((file) => existsSync(file));
  if (found === undefined) {
    process.stderr.write('no Chromium is installed: the page is not opened\n');
  }
  return found;
}
