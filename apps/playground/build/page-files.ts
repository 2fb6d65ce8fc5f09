import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import type { Plugin } from 'vite';

const WORKER = 'service-worker.js';

/** Tells the service worker which files the page has. */
export function pageFiles(publicFolder: URL): Plugin {
  return {
    name: 'page-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((name) => name !== WORKER);
      const files = ['./', ...built, ...readdirSync(publicFolder)].sort();
      const worker = bundle[WORKER];
      if (worker?.type !== 'chunk') throw new Error(`the build must have a ${WORKER}`);
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 16);
      worker.code = `const PAGE_FILES=${JSON.stringify(files)},PAGE_VERSION=${JSON.stringify(version)};${worker.code}`;
    },
  };
}
