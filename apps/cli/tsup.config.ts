import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

/** The built page, which is files to the command and no code of its own. */
const page = createRequire(import.meta.url).resolve('playground/page/index.html');

export default defineConfig({
  ...base,
  // A private command: nobody imports its types.
  dts: false,
  platform: 'node',
  entry: ['src/main.ts'],
  async onSuccess() {
    cpSync(dirname(page), 'dist/playground', { recursive: true });
  },
});
