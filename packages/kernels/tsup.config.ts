import { defineConfig } from 'tsup';
import { base } from '../../tsup.base.js';

export default defineConfig({
  ...base,
  clean: false,
  entry: [
    'src/index.ts',
    'src/signature/index.ts',
    'src/linear/index.ts',
    'src/field/index.ts',
    'src/integers/index.ts',
    'src/runtime/index.ts',
    'src/random/index.ts',
  ],
});
