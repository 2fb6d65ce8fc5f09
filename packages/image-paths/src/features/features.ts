import type { Engine, KernelCall, KernelModule } from '@sig/kernels';

/** The step from uint8 pixels to real features, as kernel calls on an engine. */
export interface Features {
  /** Bytes of one image: height · width · channels. */
  readonly inputBytes: number;
  /** Shape of one image's features: [streams, words]. */
  readonly shape: readonly number[];
  /** Multiply-adds for one image. */
  readonly macs: number;
  /** The kernel families that the engine must have loaded. */
  readonly modules: readonly KernelModule[];
  /**
   * Appends the calls that turn `count` images at `inputPointer` (uint8, one after the other) into
   * `count` times `shape` reals at `outputPointer`.
   */
  push(
    program: KernelCall[],
    engine: Engine,
    inputPointer: number,
    outputPointer: number,
    count: number,
  ): void;
}
