import { createAllocator } from './allocator.js';
import { chooseBackend } from './choose-backend.js';
import { createFrames } from './create-frames.js';
import { createWorkspaces } from './create-workspaces.js';
import { instantiate } from './instantiate.js';
import type { KernelCall, KernelModule, Program } from './kernel-module.js';
import { createMemoryViews, type MemoryViews, type Precision } from './memory.js';
import type { ThreadPool } from './thread-pool.js';

export interface EngineOptions {
  /** The kernel families to load. */
  modules: readonly KernelModule[];
  /** `auto` takes WebAssembly SIMD where it is there and the precision is float32. */
  backend?: 'auto' | 'simd' | 'scalar';
  precision?: Precision;
  /**
   * Bytes of scratch memory that each thread starts with (1 MiB, room for every kernel whose need
   * does not depend on its arguments; less is for tests).
   */
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
  /**
   * Opens a frame of memory. The function it gives frees what was allocated since, as soon as all
   * frames opened later are closed too: for tasks that take turns on one engine.
   */
  frame(): () => void;
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
  /**
   * Runs programs side by side, at most one a thread, and waits for all of them, also where one
   * fails.
   */
  run(programs: readonly Program[]): void;
  /** Ends the threads. The engine must not be used afterwards. */
  close(): void;
}

const PAGE = 65536;

/**
 * Creates an engine on the calling thread alone.
 *
 * @throws RangeError for a backend or precision that is unknown or cannot be had here.
 *
 * @example
 * const engine = createEngine({ modules: [linearModule] });
 * const x = engine.allocateReals(16);
 * engine.realsAt(x, 16).fill(1);
 */
export function createEngine(options: EngineOptions): Engine {
  const memory = new WebAssembly.Memory({ initial: 16, maximum: PAGE });
  return assembleEngine(options, memory, chooseBackend(options));
}

/** An engine over a given memory, on the calling thread and the workers of a pool. */
export function assembleEngine(
  options: EngineOptions,
  memory: WebAssembly.Memory,
  backend: 'simd' | 'scalar',
  pool?: ThreadPool,
): Engine {
  const { modules, precision = 'float32', workspaceBytes = 1 << 20 } = options;
  const views = createMemoryViews(memory, precision);
  const allocator = createAllocator(memory);
  const kernels = instantiate(modules, memory, views, backend);
  const realBytes = precision === 'float32' ? 4 : 8;
  const threads = 1 + (pool?.workers ?? 0);
  const workspaces = createWorkspaces(allocator, threads, workspaceBytes);
  // A workspace enlarged after a mark stays in use.
  const release = (mark: number): void => allocator.release(Math.max(mark, workspaces.end));
  let closed = false;

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
    release,
    frame: createFrames({ mark: allocator.mark, release }),
    realsAt(pointer, count) {
      const index = pointer >>> views.realShift;
      return views.reals.subarray(index, index + count);
    },
    int32At: (pointer, count) => views.int32.subarray(pointer >>> 2, (pointer >>> 2) + count),
    bytesAt: (pointer, count) => views.bytes.subarray(pointer, pointer + count),
    reserveWorkspace: workspaces.reserve,
    call(name, ...args) {
      const kernel = kernels[name];
      if (kernel === undefined) throw new TypeError(`no kernel is named ${name}`);
      kernel(workspaces.pointers[0], ...args);
    },
    run(programs) {
      if (programs.length > threads) {
        throw new RangeError(`${programs.length} programs do not fit ${threads} threads`);
      }
      // Workers that have ended would be waited for without end.
      if (closed) throw new Error('the engine is closed');
      const [own = [], ...others] = programs;
      const finish = pool?.start(others, workspaces.pointers.slice(1));
      try {
        for (const call of own) engine.call(...call);
      } finally {
        // Nobody may be at work any more when the caller goes on, failed or not.
        finish?.();
      }
    },
    close() {
      closed = true;
      pool?.close();
    },
  };
  return engine;
}
