import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../errors.js';

/** A file of the page. */
export interface PageFile {
  readonly type: string;
  readonly content: Uint8Array | string;
}

/** The page's build, which the build of this command puts beside it. */
const FOLDER = new URL('./playground/', import.meta.url);

/** Where the page looks for a model that came with it. */
const SERVED_MODEL = 'served-model.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

/** All files of the page by their addresses, from `/`, with a model in it where there is one. */
export function pageFiles(
  model?: { readonly name: string; readonly content: Uint8Array },
  folder = fileURLToPath(FOLDER),
): ReadonlyMap<string, PageFile> {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new CommandError('the page is not built; run pnpm build in the root of the repository');
  }
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const place = join(folder, name);
    if (!statSync(place).isFile()) continue;
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    files.set(`/${name.split(sep).join('/')}`, { type, content: readFileSync(place) });
  }
  const [index, none] = [files.get('/index.html'), files.get(`/${SERVED_MODEL}`)];
  if (index === undefined || none === undefined) {
    throw new CommandError('the page is not whole; run pnpm build in the root of the repository');
  }
  files.set('/', index);
  if (model) files.set(`/${SERVED_MODEL}`, { ...none, content: servedModel(model) });
  return files;
}

/** A script, because the page's policy allows it no connections. */
function servedModel({ name, content }: { name: string; content: Uint8Array }): string {
  const served = { name, content: Buffer.from(content).toString('base64') };
  return `export const served = ${JSON.stringify(served)};\n`;
}
