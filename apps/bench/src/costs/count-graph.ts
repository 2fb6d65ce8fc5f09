import {
  countGraphCost,
  encodeOnnx,
  mobileNet,
  mobileNetV2,
  type OnnxGraph,
  resNet,
  vgg16,
  visionTransformer,
} from '@sig/edge/baselines';
import { countOnnxCost } from '@sig/edge/measure';
import { sizeOf } from '@sig/heads';
import type { ModelCost } from './model-cost.js';

/** A network of the literature, built as a graph. */
export interface GraphChoice {
  readonly graph:
    | 'resnet-50'
    | 'resnet-50-keras'
    | 'resnet-101'
    | 'resnet-152'
    | 'vgg16'
    | 'mobilenet'
    | 'mobilenet-v2'
    | 'vit';
  /** Pixels along a side. */
  readonly size: number;
  /** Left out where the printed count has no output layer either. */
  readonly classes?: number;
  /** Numbers that are set from the training images in front of the graph and counted by Keras. */
  readonly normalisation?: number;
}

/** Builds a graph with random weights. */
export function buildGraph({ graph, size, classes = 0 }: GraphChoice): OnnxGraph {
  switch (graph) {
    case 'resnet-50':
      return resNet(50, { size, classes });
    case 'resnet-50-keras':
      return resNet(50, { size, classes, variant: 'keras' });
    case 'resnet-101':
      return resNet(101, { size, classes });
    case 'resnet-152':
      return resNet(152, { size, classes });
    case 'vgg16':
      return vgg16({ size, classes });
    case 'mobilenet':
      return mobileNet({ size, classes });
    case 'mobilenet-v2':
      return mobileNetV2({ size, classes });
    case 'vit':
      return visionTransformer({ size, classes });
  }
}

/**
 * Counts a network from its graph. Parameters are counted as Keras counts them, with the running
 * statistics of batch normalisations; bytes are four for each, and in int8 one for each number of a kernel
 * and four for each other.
 *
 * @example
 * countGraph({ graph: 'mobilenet-v2', size: 64, classes: 2 }).params; // 2260546
 */
export function countGraph(choice: GraphChoice): ModelCost {
  const graph = buildGraph(choice);
  const { params: trained, macs } =
    choice.graph === 'vit' ? countOnnxCost(encodeOnnx(graph)) : countGraphCost(graph);
  let statistics = choice.normalisation ?? 0;
  for (const { operator, inputs } of graph.nodes) {
    if (operator !== 'BatchNormalization') continue;
    for (const { shape } of inputs.slice(3, 5)) statistics += sizeOf(shape);
  }
  let kernels = 0;
  for (const { element, shape } of graph.constants) {
    if (element === 'float32' && shape.length > 1) kernels += sizeOf(shape);
  }
  const params = trained + statistics;
  return {
    ...{ params, trained, headMacs: macs, featureMacs: 0 },
    ...{ bytes: 4 * params, int8Bytes: kernels + 4 * (params - kernels) },
  };
}
