import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the image sets are when nothing else is said: beside the repository, else in the home. */
export function setsFolder(): string {
  // Seen from the built program, apps/bench/dist/main.js.
  const beside = fileURLToPath(new URL('../../../../shared/datasets', import.meta.url));
  return existsSync(beside) ? beside : join(cacheFolder(), 'datasets');
}

/** What may be thrown away. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'sig');
}
