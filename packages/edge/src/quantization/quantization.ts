/**
 * How the numbers of a model are kept:
 *
 * - `dynamic-int8`: kernels in int8, everything computed in float32 with w = q · scale ("dynamic
 *   range");
 * - `int8`: the same file, and the product layers compute in integers on inputs in int8;
 * - `float16`: every weight in float16, everything computed in float32.
 */
export type QuantizationMode = 'dynamic-int8' | 'int8' | 'float16';

/**
 * A kernel in int8, symmetric for each output channel (Krishnamoorthi 2018, "Quantizing deep
 * convolutional networks for efficient inference", section 2.3): the value at place i of the
 * row-major kernel is data[i] · scale[i mod scale.length], rounded to float32.
 */
export interface QuantizedKernel {
  /** From -127 to 127. */
  readonly data: Int8Array;
  /** One for each output channel: the kernel's last axes. Above 0. */
  readonly scale: Float32Array;
}

/**
 * How the input of a product layer becomes int8, affine over the whole tensor (Jacob et al. 2018,
 * "Quantization and training of neural networks for efficient integer-arithmetic-only inference",
 * equation 1): x ≈ scale · (q - zeroPoint).
 */
export interface ActivationQuantization {
  /** A float32 number above 0. */
  readonly scale: number;
  /** An integer from -128 to 127: what 0 becomes, exactly. */
  readonly zeroPoint: number;
}

/**
 * What a quantised model holds besides its weights, which are there in float32 as always.
 *
 * A product layer is dense, conv1d, conv2d or depthwiseConv2d, also inside a residual. In the mode
 * `int8` it computes as follows, every operation in float32 rounded to the nearest (ties to even),
 * none fused, so that every implementation comes to the same integers:
 *
 * 1. q = clamp(round(x / scale) + zeroPoint, -128, 127), x / scale a float32 division, round to the
 *    nearest integer and halves to the even one, for each input x (ONNX QuantizeLinear). Where a
 *    window hangs over the edge of an image, x = 0 and so q = zeroPoint.
 * 2. a = Σ (q - zeroPoint) · w for each output channel c, w the kernel's int8; exact in int32.
 * 3. y = float32(a) · (scale · kernelScale[c]) + bias[c]: the product of the scales is rounded
 *    first, then the conversion of a, the product and the sum. Without a bias, nothing is added.
 * 4. max(0, y) where the layer has the activation relu.
 *
 * All other layers, and all layers in the other modes, compute in float32 on the float32 weights.
 */
export interface Quantization {
  readonly mode: QuantizationMode;
  /** The kernels by the name of their weight; none in `float16`. */
  readonly kernels: Readonly<Record<string, QuantizedKernel>>;
  /** In `int8`: of each product layer, by the beginning of its parameters' names (`0.conv1d`). */
  readonly activations?: Readonly<Record<string, ActivationQuantization>>;
}
