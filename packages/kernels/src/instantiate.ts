import type { KernelFunction, KernelModule } from './kernel-module.js';
import type { MemoryViews } from './memory.js';
import { withSharedMemory } from './shared-memory-import.js';

/** The kernels of all modules by name, compiled over a memory or as scalar twins. */
export function instantiate(
  modules: readonly KernelModule[],
  memory: WebAssembly.Memory,
  views: MemoryViews,
  backend: 'simd' | 'scalar',
): Record<string, KernelFunction> {
  const kernels: Record<string, KernelFunction> = {};
  for (const module of modules) {
    const functions =
      backend === 'scalar'
        ? module.scalar(views)
        : new WebAssembly.Instance(compile(module, memory), { env: { memory } }).exports;
    for (const name of module.kernels) kernels[name] = functions[name] as KernelFunction;
  }
  return kernels;
}

/** Compiles a module for a memory, shared or not. */
export function compile(module: KernelModule, memory: WebAssembly.Memory): WebAssembly.Module {
  const shared =
    typeof SharedArrayBuffer === 'function' && memory.buffer instanceof SharedArrayBuffer;
  if (module.wasm === undefined) throw new TypeError(`the module ${module.name} is not compiled`);
  const wasm = module.wasm();
  return new WebAssembly.Module((shared ? withSharedMemory(wasm) : wasm) as BufferSource);
}
