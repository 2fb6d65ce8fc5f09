import { fromLetters } from '../from-letters.js';
import { runtimeWasm } from '../generated/runtime-wasm.js';

/** A kernel's name and its arguments. */
export type RuntimeCall = readonly [name: string, ...args: number[]];

/** One memory and the few kernels that prediction takes, on one thread. */
export interface Runtime {
  /** Bytes of the memory. */
  readonly memoryBytes: number;
  /** A byte pointer to so many new bytes of zeros, at a multiple of 16; nothing is freed. */
  allocate(bytes: number): number;
  /** The memory from a pointer on; a later `allocate` makes it useless. */
  bytes(pointer: number, count: number): Uint8Array;
  reals(pointer: number, count: number): Float32Array;
  /** A call, ready to run as often as wanted; running it makes no garbage. */
  prepare(call: RuntimeCall): () => void;
}

const PAGE_BYTES = 65536;

/**
 * The kernels of prediction in 4 kB, apart from those of training: products, windows, signatures and
 * normalisation, float32.
 *
 * Everything lies in one memory that only grows. A kernel may touch the first 28 bytes behind what it
 * writes, so `allocate` leaves a gap.
 *
 * @throws Error where WebAssembly with SIMD is missing; RangeError where memory runs out.
 *
 * @example
 * const runtime = createRuntime();
 * const step = runtime.prepare(product({ ...addresses, rows: 1, inner: 4, columns: 2 }));
 * step();
 */
export function createRuntime(): Runtime {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
  const kernels = compile(memory);
  let end = 16;
  return {
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
    allocate(bytes) {
      const pointer = end;
      end += 16 * Math.ceil(bytes / 16 + 2);
      const missing = end - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
      return pointer;
    },
    bytes: (pointer, count) => new Uint8Array(memory.buffer, pointer, count),
    reals: (pointer, count) => new Float32Array(memory.buffer, pointer, count),
    prepare:
      ([name, ...args]) =>
      () =>
        kernels[name](...args),
  };
}

type Kernels = Record<string, (...args: number[]) => void>;

function compile(memory: WebAssembly.Memory): Kernels {
  try {
    const wasm = new WebAssembly.Module(fromLetters(runtimeWasm) as BufferSource);
    return new WebAssembly.Instance(wasm, { env: { memory } }).exports as Kernels;
  } catch (cause) {
    throw new Error('prediction needs an engine with WebAssembly and its SIMD', { cause });
  }
}
