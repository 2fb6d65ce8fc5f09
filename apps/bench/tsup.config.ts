import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig({
  ...base,
  // A private command: nobody imports its types.
  dts: false,
  platform: 'node',
  entry: { main: 'src/main.ts', worker: 'src/jobs/worker.ts' },
});
