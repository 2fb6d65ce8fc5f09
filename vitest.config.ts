import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/test/**/*.test.ts'],
    // Work in a test is bounded by its inputs; the limit only ends what hangs.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'threads',
  },
});
