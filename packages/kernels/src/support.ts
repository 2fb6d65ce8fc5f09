// (module (func (result v128) i32.const 0 i8x16.splat)): valid only where SIMD is understood.
const SIMD_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15,
  11,
]);

/** Whether this JavaScript engine runs WebAssembly with 128-bit SIMD. */
export function simdSupported(): boolean {
  return typeof WebAssembly === 'object' && WebAssembly.validate(SIMD_PROBE);
}

/**
 * Whether worker threads over shared memory can be used here: in Node always, in a browser in a
 * cross-origin isolated worker (the page's own thread may not block).
 */
export function threadsSupported(): boolean {
  if (typeof SharedArrayBuffer !== 'function' || typeof Atomics !== 'object') return false;
  if (typeof process === 'object' && process.versions?.node) return true;
  const scope = globalThis as { crossOriginIsolated?: boolean; document?: unknown };
  return scope.crossOriginIsolated === true && scope.document === undefined;
}
