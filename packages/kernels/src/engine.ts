import { createAllocator } from './allocator.js';
import { instantiate } from './instantiate.js';
import type { KernelCall, KernelModule, Program } from './kernel-module.js';
import { createMemoryViews, type MemoryViews, type Precision } from './memory.js';
import { simdSupported } from './support.js';
import type { ThreadPool } from './thread-pool.js';

export interface EngineOptions {
  /** The kernel families to load. */
  modules: readonly KernelModule[];
  /** `auto` takes WebAssembly SIMD where it is there and the precision is float32. */
  backend?: 'auto' | 'simd' | 'scalar';
  precision?: Precision;
  /** Bytes of scratch memory for each thread. */
  workspaceBytes?: number;
}

/** Memory, kernels over it, and the threads that run them. */
export interface Engine extends MemoryViews {
  readonly backend: 'simd' | 'scalar';
  readonly threads: number;
  /** Bytes of a real number: 4 or 8. */
  readonly realBytes: 4 | 8;
  /** A pointer to `bytes` fresh bytes, aligned to 16; zeroed, unless `clear` is false. */
  allocate(bytes: number, clear?: boolean): number;
  /** A pointer to `count` fresh zeroed reals. */
  allocateReals(count: number): number;
  /** The place up to which memory is in use; give it to `release` to free all that came after. */
  mark(): number;
  release(mark: number): void;
  /** A view of `count` reals at a pointer; stale once the memory has grown. */
  realsAt(pointer: number, count: number): Float32Array | Float64Array;
  /** A view of `count` 32-bit integers at a pointer; stale once the memory has grown. */
  int32At(pointer: number, count: number): Int32Array;
  /** A view of bytes at a pointer; stale once the memory has grown. */
  bytesAt(pointer: number, count: number): Uint8Array;
  /** Makes every thread's workspace at least this large. */
  reserveWorkspace(bytes: number): void;
  /** Runs one kernel on this thread. */
  call(...call: KernelCall): void;
  /** Runs programs side by side, at most one a thread, and waits for all of them. */
  run(programs: readonly Program[]): void;
  /** Ends the threads. The engine must not be used afterwards. */
  close(): void;
}

const PAGE = 65536;
export const DEFAULT_WORKSPACE_BYTES = 1 << 20;

/**
 * Creates an engine on the calling thread alone.
 *
 * @example
 * const engine = createEngine({ modules: [linearModule] });
 * const x = engine.allocateReals(16);
 * engine.realsAt(x, 16).fill(1);
 */
export function createEngine(options: EngineOptions): Engine {
  const { precision = 'float32', backend = 'auto' } = options;
  const memory = new WebAssembly.Memory({ initial: 16, maximum: PAGE });
  return assembleEngine(options, memory, chooseBackend(backend, precision));
}

/** Which backend serves these wishes here; throws where none does. */
export function chooseBackend(
  backend: 'auto' | 'simd' | 'scalar',
  precision: Precision,
): 'simd' | 'scalar' {
  if (backend === 'scalar') return 'scalar';
  const possible = precision === 'float32' && simdSupported();
  if (backend === 'simd' && !possible) {
    throw new RangeError(
      precision === 'float32'
        ? "backend 'simd' needs WebAssembly SIMD, which this JavaScript engine lacks; use 'auto'"
        : "backend 'simd' computes in float32 only, got precision 'float64'; use 'scalar'",
    );
  }
  return possible ? 'simd' : 'scalar';
}

/** An engine over a given memory, on the calling thread and the workers of a pool. */
export function assembleEngine(
  options: EngineOptions,
  memory: WebAssembly.Memory,
  backend: 'simd' | 'scalar',
  pool?: ThreadPool,
): Engine {
  const { modules, precision = 'float32', workspaceBytes = DEFAULT_WORKSPACE_BYTES } = options;
  const views = createMemoryViews(memory, precision);
  const allocator = createAllocator(memory);
  const kernels = instantiate(modules, memory, views, backend);
  const realBytes = precision === 'float32' ? 4 : 8;
  const threads = 1 + (pool?.workers ?? 0);
  let workspaceSize = 0;
  let workspaces: number[] = [];
  let workspacesEnd = 0;
  const reserveWorkspace = (bytes: number): void => {
    if (bytes <= workspaceSize) return;
    workspaceSize = bytes;
    workspaces = Array.from({ length: threads }, () => allocator.allocate(bytes));
    workspacesEnd = allocator.mark();
  };
  reserveWorkspace(workspaceBytes);

  const engine: Engine = {
    precision,
    backend,
    threads,
    realBytes,
    realShift: views.realShift,
    get reals() {
      return views.reals;
    },
    get float32() {
      return views.float32;
    },
    get float64() {
      return views.float64;
    },
    get int32() {
      return views.int32;
    },
    get bytes() {
      return views.bytes;
    },
    allocate: allocator.allocate,
    allocateReals: (count) => allocator.allocate(count * realBytes),
    mark: allocator.mark,
    // A workspace enlarged after the mark stays in use.
    release: (mark) => allocator.release(Math.max(mark, workspacesEnd)),
    realsAt(pointer, count) {
      const index = pointer >>> views.realShift;
      return views.reals.subarray(index, index + count);
    },
    int32At: (pointer, count) => views.int32.subarray(pointer >>> 2, (pointer >>> 2) + count),
    bytesAt: (pointer, count) => views.bytes.subarray(pointer, pointer + count),
    reserveWorkspace,
    call(name, ...args) {
      const kernel = kernels[name];
      if (kernel === undefined) throw new TypeError(`no kernel is named ${name}`);
      kernel(workspaces[0], ...args);
    },
    run(programs) {
      if (programs.length > threads) {
        throw new RangeError(`${programs.length} programs do not fit ${threads} threads`);
      }
      const [own = [], ...others] = programs;
      const finish = pool?.start(others, workspaces.slice(1));
      for (const call of own) engine.call(...call);
      finish?.();
    },
    close: () => pool?.close(),
  };
  return engine;
}
