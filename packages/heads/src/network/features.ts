import type { Engine, KernelCall, KernelModule } from '@sig/kernels';

/**
 * What turns uint8 samples into float features inside a program, on every thread and in every step,
 * so that no features are stored. `@sig/image-paths` makes one from a feature recipe.
 */
export interface Features {
  /** Bytes of one uint8 sample. */
  readonly inputBytes: number;
  /** The shape of one sample's features, for example [64, 120]. */
  readonly shape: readonly number[];
  /** Multiply-adds for one sample. */
  readonly macs: number;
  readonly modules: readonly KernelModule[];
  /** Pushes the calls that read [count, inputBytes] bytes and write [count, ...shape] reals. */
  push(
    program: KernelCall[],
    engine: Engine,
    inputPointer: number,
    outputPointer: number,
    count: number,
  ): void;
}
