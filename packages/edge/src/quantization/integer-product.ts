import type { KernelCall, KernelFunction, KernelModule, MemoryViews } from '@sig/kernels';
import type { ActivationQuantization } from './quantization.js';
import { quantizeActivation } from './quantize-activation.js';

/** A product of inputs in int8 with a kernel in int8. */
export interface IntegerProduct {
  /** Rows of reals; each begins `rowStride` after the one before, in samples `sampleStride` apart. */
  readonly input: number;
  readonly samples: number;
  readonly sampleStride: number;
  readonly rows: number;
  readonly rowStride: number;
  /** Products that are added up. */
  readonly inner: number;
  /** Output channels. */
  readonly columns: number;
  /** Each channel has inputs of its own: rows are [inner, columns], not [inner]. */
  readonly depthwise: boolean;
  readonly activation: ActivationQuantization;
  /** [inner, columns] integers, as reals. */
  readonly kernel: number;
  /** [columns] */
  readonly kernelScale: number;
  /** [columns]; 0 for none. */
  readonly bias: number;
  readonly relu: boolean;
  /** [samples, rows, columns] */
  readonly output: number;
}

/** Pushes of a layer that computes in integers; see `Quantization` for every rounding. */
export function integerProduct(product: IntegerProduct): KernelCall {
  const { input, samples, sampleStride, rows, rowStride, inner, columns, output } = product;
  const { kernel, kernelScale, bias, activation, depthwise, relu } = product;
  const { scale, zeroPoint } = activation;
  return [
    'integerProduct',
    ...[input, samples, sampleStride, rows, rowStride, inner, columns, Number(depthwise)],
    ...[scale, zeroPoint, kernel, kernelScale, bias, Number(relu), output],
  ];
}

/** The kernel of quantised layers. It is a reference: plain, and the same integers everywhere. */
export const integerModule: KernelModule = {
  name: 'integer',
  kernels: ['integerProduct'],
  scalar: (memory) => ({ integerProduct: scalarProduct(memory) }),
};

function scalarProduct(memory: MemoryViews): KernelFunction {
  return (_workspace, input, samples, sampleStride, rows, rowStride, inner, columns, ...rest) => {
    const [depthwise, scale, zeroPoint, kernel, kernelScale, bias, relu, output] = rest;
    const { float32 } = memory;
    const activation = { scale, zeroPoint };
    const weights = Int32Array.from(
      float32.subarray(kernel >>> 2, (kernel >>> 2) + inner * columns),
    );
    // Rows may overlap: each input of a sample is taken once.
    const taken = new Int32Array((rows - 1) * rowStride + (depthwise ? inner * columns : inner));
    const sums = new Int32Array(columns);
    let to = output >>> 2;
    for (let sample = 0; sample < samples; sample++) {
      const from = (input >>> 2) + sample * sampleStride;
      for (let at = 0; at < taken.length; at++) {
        taken[at] = quantizeActivation(float32[from + at], activation) - zeroPoint;
      }
      for (let row = 0; row < rows; row++) {
        const first = row * rowStride;
        sums.fill(0);
        for (let k = 0; k < inner; k++) {
          for (let c = 0; c < columns; c++) {
            const x = taken[first + (depthwise ? k * columns + c : k)];
            sums[c] += x * weights[k * columns + c];
          }
        }
        for (let c = 0; c < columns; c++) {
          const step = Math.fround(scale * float32[(kernelScale >>> 2) + c]);
          let y = Math.fround(Math.fround(sums[c]) * step);
          if (bias !== 0) y = Math.fround(y + float32[(bias >>> 2) + c]);
          float32[to++] = relu ? Math.max(0, y) : y;
        }
      }
    }
  };
}
