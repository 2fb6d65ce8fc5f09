import { type Cost, sizeOf } from '@sig/heads';
import type { OnnxGraph, OnnxNode } from './graph.js';

/** Operators whose second and third input are trained; the running statistics come after them. */
const TRAINED = ['Conv', 'Gemm', 'BatchNormalization'];

/**
 * Counts parameters and multiply-adds from the convolutions, products and batch normalisations of a
 * graph. Running statistics are no parameters, but count as bytes; multiply-adds are those of
 * convolutions and products, as in the literature.
 *
 * @example
 * countGraphCost(mobileNetV2()).params; // 3504872
 */
export function countGraphCost({ nodes, constants }: OnnxGraph): Cost {
  let params = 0;
  let macs = 0;
  for (const node of nodes) {
    if (TRAINED.includes(node.operator)) {
      for (const { shape } of node.inputs.slice(1, 3)) params += sizeOf(shape);
    }
    macs += nodeMacs(node);
  }
  const floats = constants.filter(({ element }) => element === 'float32');
  return { params, macs, bytes: floats.reduce((sum, { data }) => sum + data.byteLength, 0) };
}

function nodeMacs({ operator, inputs, output }: OnnxNode): number {
  // A weight is used once for each place of the output: kernels are [filters, channels, …].
  if (operator === 'Conv') {
    return (sizeOf(output.shape) * sizeOf(inputs[1].shape)) / inputs[1].shape[0];
  }
  return operator === 'Gemm' ? sizeOf(inputs[1].shape) : 0;
}
