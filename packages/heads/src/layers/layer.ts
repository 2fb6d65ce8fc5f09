import type { KernelCall, KernelModule } from '@sig/kernels';

/** The extent of each axis of one sample, the batch left out: [length, channels] or [features]. */
export type Shape = readonly number[];

/** How a parameter starts. */
export type Initializer =
  | { readonly kind: 'zeros' }
  | { readonly kind: 'ones' }
  /** Uniform in ±√(6 / (fanIn + fanOut)) (Glorot and Bengio 2010, equation 16). */
  | { readonly kind: 'glorot-uniform'; readonly fanIn: number; readonly fanOut: number };

/** An array of a layer that is saved with the weights, and as a rule trained. */
export interface Parameter {
  readonly name: string;
  readonly shape: Shape;
  readonly initializer: Initializer;
  /**
   * Where given, it is not trained but follows what is measured: at the end of each step it moves at
   * this rate (from 0 to 1) towards the mean over the batch of what `backward` added to its gradient,
   * the sum of one value a sample. It is saved, but not counted as a parameter, and neither an
   * optimiser nor weight decay touches it.
   */
  readonly averageRate?: number;
}

/** A layer in an architecture's JSON. */
export interface LayerDescription {
  readonly kind: string;
  readonly options: LayerOptions;
}

/** What a layer may keep in an architecture's JSON. */
export type LayerOptions = Readonly<
  Record<
    string,
    number | string | boolean | readonly number[] | readonly LayerDescription[] | undefined
  >
>;

/** Where a layer finds its arrays; all pointers are byte addresses in the engine's memory. */
export interface LayerCall {
  /** Bytes of a real number: 4, or 8 in a float64 engine. */
  readonly realBytes: number;
  readonly inputShape: Shape;
  readonly outputShape: Shape;
  /** Samples; at most the count that `scratch` was asked for. */
  readonly count: number;
  /** [count, ...inputShape] */
  readonly input: number;
  /** [count, ...outputShape] */
  readonly output: number;
  /** One pointer for each of the layer's parameters, in their order. */
  readonly parameters: readonly number[];
  /** The layer's own memory: anything before `forward`, then for `backward` what `forward` left. */
  readonly scratch: number;
  readonly training: boolean;
  /** An integer that differs for every step and layer; forward and backward get the same one. */
  readonly seed: number;
  /** The place of the first sample in the whole batch, whatever the number of threads. */
  readonly firstSample: number;
}

/** Where a layer finds its gradients. */
export interface LayerGradientCall extends LayerCall {
  /** [count, ...outputShape]; the layer may overwrite it. */
  readonly outputGradient: number;
  /** [count, ...inputShape], to be written; 0 where nobody asks for it. */
  readonly inputGradient: number;
  /** One pointer for each parameter; the gradients of the samples are to be added. */
  readonly gradients: readonly number[];
}

/**
 * One step of a network. A layer holds no weights and no state: it says what it needs and pushes
 * kernel calls. An object of one's own with these members is as good as a built-in layer.
 */
export interface Layer {
  /** The name in the architecture's JSON and in the names of the weights. */
  readonly kind: string;
  readonly options: LayerOptions;
  /** Kernels it calls besides those of `@sig/kernels/linear`. */
  readonly modules?: readonly KernelModule[];
  /** The output is the input's memory under another shape; forward and backward have nothing to do. */
  readonly inPlace?: boolean;
  /** The shape of one output; throws a RangeError that says what was given and what is wanted. */
  outputShape(inputShape: Shape): Shape;
  parameters(inputShape: Shape): readonly Parameter[];
  /** Multiply-adds for one sample. */
  macs(inputShape: Shape): number;
  /** Reals of memory of its own for `count` samples; none where left out. */
  scratch?(inputShape: Shape, count: number): number;
  /**
   * Makes the layer with max(0, ·) at its end, of the same shapes and parameters. Where it is there, a
   * network runs it in place of the layer and the `relu` that follows.
   */
  withRelu?(): Layer;
  forward(program: KernelCall[], call: LayerCall): void;
  backward(program: KernelCall[], call: LayerGradientCall): void;
}

/** Values of one sample of this shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
