import type { MemoryViews } from './memory.js';

/**
 * One kernel, compiled or scalar: numbers in, nothing out.
 *
 * The first argument is always the workspace of the thread it runs on (a byte pointer to
 * scratch memory); the others are byte pointers, counts, strides in elements, and scalars.
 */
export type KernelFunction = (workspace: number, ...args: number[]) => void;

/** A kernel's name and its arguments after the workspace. */
export type KernelCall = readonly [name: string, ...args: number[]];

/** Kernel calls that one thread executes in order. */
export type Program = readonly KernelCall[];

/** A family of kernels: one WebAssembly module and the scalar twin of each of its functions. */
export interface KernelModule {
  readonly name: string;
  /** The exported kernels, in an order that every thread agrees on. */
  readonly kernels: readonly string[];
  /**
   * The bytes of the WebAssembly module; it imports `env.memory` and holds no data of its own. Where
   * it is left out, the engine runs the scalar twins of all its kernels.
   */
  readonly wasm?: () => Uint8Array;
  /** The same functions in plain TypeScript, over the same memory. */
  readonly scalar: (memory: MemoryViews) => Record<string, KernelFunction>;
}
