import type { EngineOptions } from './engine.js';
import { simdSupported } from './support.js';

/** Which backend serves these wishes here; throws where none does. */
export function chooseBackend({
  modules,
  backend = 'auto',
  precision = 'float32',
}: EngineOptions): 'simd' | 'scalar' {
  if (!['auto', 'simd', 'scalar'].includes(backend)) {
    throw new RangeError(`backend must be 'auto', 'simd' or 'scalar', got ${backend}`);
  }
  if (!['float32', 'float64'].includes(precision)) {
    throw new RangeError(`precision must be 'float32' or 'float64', got ${precision}`);
  }
  if (backend === 'scalar') return 'scalar';
  const plain = modules.find(({ wasm }) => wasm === undefined);
  if (backend === 'simd' && plain !== undefined) {
    throw new RangeError(
      `backend 'simd' cannot run ${plain.name}, which is not compiled; use 'auto'`,
    );
  }
  const possible = precision === 'float32' && plain === undefined && simdSupported();
  if (backend === 'simd' && !possible) {
    throw new RangeError(
      precision === 'float32'
        ? "backend 'simd' needs WebAssembly SIMD, which this JavaScript engine lacks; use 'auto'"
        : "backend 'simd' computes in float32 only, got precision 'float64'; use 'scalar'",
    );
  }
  return possible ? 'simd' : 'scalar';
}
