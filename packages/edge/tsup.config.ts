import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig({
  ...base,
  entry: [
    'src/index.ts',
    'src/runtime/index.ts',
    'src/runtime/field/index.ts',
    'src/baselines/index.ts',
    'src/export/index.ts',
    'src/measure/index.ts',
  ],
});
