import { invalidModel } from '../model-file-error.js';
import { decodeFloat16 } from '../quantization/decode-float16.js';
import type { QuantizationMode, QuantizedKernel } from '../quantization/quantization.js';
import { dequantizeKernel } from '../quantization/quantize-kernel.js';
import type { Safetensors } from '../safetensors/decode-safetensors.js';
import { KERNEL_SCALE, MEAN, SCALE } from './format.js';

/** The numbers of a model file. */
export interface ReadWeights {
  /** Every tensor in float32, those in fewer bits widened; without the scales of kernels. */
  readonly floats: Record<string, Float32Array>;
  /** The kernels that the file holds in int8: its own bytes. */
  readonly kernels: Record<string, QuantizedKernel>;
}

/**
 * Reads the tensors of a model file: F32, and where it is quantised I8 with scales, and F16.
 *
 * @throws ModelFileError for a tensor of another type.
 */
export function readWeights({ tensors }: Safetensors, mode?: QuantizationMode): ReadWeights {
  const floats: [string, Float32Array][] = [];
  const kernels: [string, QuantizedKernel][] = [];
  const integers = mode === 'int8' || mode === 'dynamic-int8';
  const isKernel = (name: string): boolean =>
    integers && Object.hasOwn(tensors, name) && tensors[name].dtype === 'I8';
  for (const [name, { dtype, data }] of Object.entries(tensors)) {
    if (isKernel(name)) {
      const kernel = { data: data as Int8Array, scale: scaleOf(tensors, name) };
      kernels.push([name, kernel]);
      floats.push([name, dequantizeKernel(kernel)]);
    } else if (name.endsWith(KERNEL_SCALE) && isKernel(name.slice(0, -KERNEL_SCALE.length))) {
      // Read with its kernel.
    } else if (mode === 'float16' && name !== MEAN && name !== SCALE) {
      if (dtype !== 'F16') throw invalidModel(`tensor ${name.slice(0, 80)} is not F16`);
      floats.push([name, decodeFloat16(data)]);
    } else {
      floats.push([name, realsOf(tensors, name, integers)]);
    }
  }
  return { floats: Object.fromEntries(floats), kernels: Object.fromEntries(kernels) };
}

function scaleOf(tensors: Safetensors['tensors'], name: string): Float32Array {
  const key = name + KERNEL_SCALE;
  if (Object.hasOwn(tensors, key)) return realsOf(tensors, key, true);
  throw invalidModel(`tensor ${name.slice(0, 80)} has no scales`);
}

function realsOf(tensors: Safetensors['tensors'], name: string, short: boolean): Float32Array {
  const { dtype, data } = tensors[name];
  if (dtype === 'F32') return data.slice();
  if (dtype === 'F16' && short) return decodeFloat16(data);
  throw invalidModel(`tensor ${name.slice(0, 80)} is not F32${short ? ' or F16' : ''}`);
}
