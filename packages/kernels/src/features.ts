import type { Engine } from './engine.js';
import type { KernelCall, KernelModule } from './kernel-module.js';

/**
 * What turns uint8 samples into real features inside a program, on every thread and in every step, so
 * that no features are stored. `@sig/image-paths` makes one from a feature recipe, the networks of
 * `@sig/heads` take any.
 */
export interface Features {
  /** Bytes of one sample; of an image height · width · channels. */
  readonly inputBytes: number;
  /** The shape of one sample's features, for example [64, 120]: streams, words. */
  readonly shape: readonly number[];
  /** Multiply-adds for one sample. */
  readonly macs: number;
  /** The kernel families that the engine must have loaded. */
  readonly modules: readonly KernelModule[];
  /**
   * Appends the calls that turn `count` samples at `inputPointer` (uint8, one after the other) into
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
