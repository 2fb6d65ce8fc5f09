import type { Options } from 'tsup';

/** The build every package shares: ESM, one file an entry point, types beside it. */
export const base: Options = {
  format: 'esm',
  target: 'es2022',
  dts: true,
  clean: true,
  sourcemap: false,
  splitting: true,
  treeshake: true,
  platform: 'neutral',
};
