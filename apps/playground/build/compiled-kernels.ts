import type { Plugin } from 'vite';

/** The entry points of the kernel families that have a twin in plain script for each kernel. */
const FAMILIES = /kernels\/dist\/(field|integers|linear|signature)\/index\.js$/;
const TWINS = /\bscalar: \w+Scalar\b/;

/**
 * Leaves the scalar twins of the kernels out, 5 kB gzipped: what a model says is computed by kernels that
 * have none, so that the page needs WebAssembly with SIMD anyway, and says so where that is missing.
 */
export function compiledKernels(): Plugin {
  return {
    name: 'compiled-kernels',
    apply: 'build',
    transform(code, id) {
      if (!FAMILIES.test(id) || !TWINS.test(code)) return null;
      const none = "scalar: () => { throw new Error('the page has only kernels with SIMD'); }";
      return { code: code.replace(TWINS, none), map: null };
    },
  };
}
