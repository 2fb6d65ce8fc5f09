import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig({
  ...base,
  // A private command: nobody imports its types.
  dts: false,
  platform: 'node',
  entry: ['src/main.ts'],
});
