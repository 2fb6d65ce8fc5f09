import type { Shape } from '@sig/heads';
import { encodeFloat16 } from '../quantization/encode-float16.js';
import { QUANTIZATION_KEY, quantizationText } from '../quantization/parse-quantization.js';
import { isFloat16 } from '../quantization/round-to-float16.js';
import { encodeSafetensors } from '../safetensors/encode-safetensors.js';
import type { Tensor } from '../safetensors/tensor.js';
import { checkModel } from './check-model.js';
import { CHECKSUM_KEY, contentChecksum } from './content-checksum.js';
import { CREATED_BY, FORMAT, FORMAT_VERSION, KERNEL_SCALE, MEAN, SCALE } from './format.js';
import type { ClassifierModel, OwnLayers } from './model.js';

/**
 * Writes a model as one safetensors file: weights as float32 tensors, or as its quantisation says;
 * labels, recipe and architecture as JSON in the metadata, with the format's name and version and a
 * checksum. The same model gives the same bytes. Layers of kinds of one's own are written as kind and
 * options; who reads the file has to bring their code along.
 *
 * @throws TypeError or RangeError when labels, recipe, architecture and weights do not fit together.
 *
 * @example
 * const bytes = encodeModel({ kind: 'classifier', labels, recipe, architecture, weights });
 */
export function encodeModel(model: ClassifierModel, own: OwnLayers = {}): Uint8Array {
  const shapes = checkModel(model, own);
  const { kind, labels, recipe, architecture, standardisation, quantization, training } = model;
  const tensors = [...shapes].flatMap(([name, shape]) => weightTensors(model, name, shape));
  if (standardisation !== undefined) {
    const { mean, scale } = standardisation;
    tensors.push([MEAN, { dtype: 'F32', shape: [mean.length], data: mean }]);
    tensors.push([SCALE, { dtype: 'F32', shape: [scale.length], data: scale }]);
  }
  const content = {
    tensors: Object.fromEntries(tensors),
    metadata: {
      format: FORMAT,
      format_version: String(FORMAT_VERSION),
      kind,
      created_by: CREATED_BY,
      labels: JSON.stringify(labels),
      recipe: JSON.stringify(recipe),
      architecture: JSON.stringify(architecture),
      ...(quantization && { [QUANTIZATION_KEY]: quantizationText(quantization) }),
      ...(training && { training: JSON.stringify(training) }),
    },
  };
  return encodeSafetensors(content.tensors, {
    ...content.metadata,
    [CHECKSUM_KEY]: contentChecksum(content),
  });
}

/** A weight as the file holds it, and the scales that belong to it. */
function weightTensors(
  { weights, quantization }: ClassifierModel,
  name: string,
  shape: Shape,
): [string, Tensor][] {
  const kernel = quantization?.kernels[name];
  if (kernel !== undefined) {
    const { data, scale } = kernel;
    return [
      [name, { dtype: 'I8', shape, data }],
      [name + KERNEL_SCALE, shortest(scale, [scale.length])],
    ];
  }
  const data = weights[name];
  return [[name, quantization ? shortest(data, shape) : { dtype: 'F32', shape, data }]];
}

/** Numbers in float16 where that is all of them, else in float32. */
function shortest(data: Float32Array, shape: Shape): Tensor {
  if (!isFloat16(data)) return { dtype: 'F32', shape, data };
  return { dtype: 'F16', shape, data: encodeFloat16(data) };
}
