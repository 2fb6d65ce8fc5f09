import { defineConfig } from 'vite';
import { compiledKernels } from './build/compiled-kernels.js';
import { contentSecurityPolicy, headers } from './build/content-security-policy.js';
import { digits } from './build/digits.js';
import { pageFiles } from './build/page-files.js';
import { smallest } from './build/smallest.js';

/**
 * Only functions that the page does not call take `ndarray`, which makes constructors of text: the page's
 * policy forbids that, so it must stay out.
 */
const treeshake = { moduleSideEffects: (id: string) => !/\/(ndarray|is-buffer)\//.test(id) };

export default defineConfig({
  // Any folder of any host will do.
  base: './',
  plugins: [
    digits(),
    smallest(),
    contentSecurityPolicy(),
    pageFiles(new URL('public/', import.meta.url)),
  ],
  worker: {
    format: 'es',
    plugins: () => [compiledKernels(), smallest()],
    rolldownOptions: { treeshake },
  },
  build: {
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      treeshake,
      input: { index: 'index.html', 'service-worker': 'src/offline/service-worker.ts' },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
  server: { headers },
  preview: { headers },
});
