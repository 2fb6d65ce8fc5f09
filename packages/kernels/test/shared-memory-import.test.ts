import { describe, expect, it } from 'vitest';
import { linearModule } from '../src/linear/index.js';
import { withSharedMemory } from '../src/shared-memory-import.js';

describe('withSharedMemory', () => {
  it('makes a module that accepts a shared memory and no longer a private one', () => {
    const module = new WebAssembly.Module(withSharedMemory(linearModule.wasm()) as BufferSource);
    const shared = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
    const own = new WebAssembly.Memory({ initial: 1, maximum: 2 });
    expect(new WebAssembly.Instance(module, { env: { memory: shared } }).exports.gemm).toBeTypeOf(
      'function',
    );
    expect(() => new WebAssembly.Instance(module, { env: { memory: own } })).toThrow(
      WebAssembly.LinkError,
    );
  });

  it('refuses a module that imports no memory', () => {
    const empty = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
    expect(() => withSharedMemory(empty)).toThrow('must import one memory with a maximum');
  });
});
