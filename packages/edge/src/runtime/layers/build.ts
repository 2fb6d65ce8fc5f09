import type { Tensor } from '../../safetensors/tensor.js';
import type { OwnLayers } from '../own-layer.js';
import { type Buffer, type Plan, reserve } from '../plan.js';
import type { IntegerRange } from './plan-integers.js';

/** The last thing that a product or a window does, which later layers may add to. */
export interface Epilogue {
  /** Of what it is done to; scale and bias are filled up. */
  readonly columns: number;
  readonly scale: Float32Array;
  readonly bias: Float32Array;
  /** The least output: 0 is a ReLU. */
  low: number;
}

/** A network while its layers are planned one after another. */
export interface Build {
  readonly plan: Plan;
  readonly tensors: Readonly<Record<string, Tensor>>;
  /** Before the name of a weight: the place and kind of the layer, `0.conv1d.`. */
  prefix: string;
  /** Of the values that the layers so far put out, where they are, and what made them. */
  shape: readonly number[];
  at: Buffer;
  epilogue?: Epilogue;
  /** Layers write to one of two buffers by turns. */
  readonly pair: readonly [Buffer, Buffer];
  /** Room that no layer needs after its own step. */
  readonly scratch: Buffer;
  /** Room for a panel of int8 weights as reals, and for the integers that a layer takes. */
  readonly unpacked: Buffer;
  readonly integers: Buffer;
  /** Of the inputs of layers that compute in integers, by the beginning of their weights' names. */
  readonly ranges?: Readonly<Record<string, IntegerRange>>;
  readonly own: OwnLayers;
}

/** Lets a layer write values of a shape, and gives the buffer that it writes to. */
export function output(build: Build, shape: readonly number[]): Buffer {
  const [first, second] = build.pair;
  build.at = reserve(build.plan, sizeOf(shape), build.at === first ? second : first);
  build.shape = shape;
  build.epilogue = undefined;
  return build.at;
}

/** Values of a shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

/** The shape so far; throws where it has another rank than a layer takes. */
export function shapeOf(build: Build, rank: number): readonly number[] {
  if (build.shape.length === rank) return build.shape;
  throw new RangeError(`it takes ${rank} axes, got [${build.shape}]`);
}

/** Channels: the last axis. */
export function channelsOf({ shape }: Build): number {
  return shape[shape.length - 1];
}

/** An option that is an integer of at least `least`. */
export function integer(value: unknown, least = 1): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value;
  throw new RangeError(`an option must be an integer of at least ${least}, got ${value}`);
}
