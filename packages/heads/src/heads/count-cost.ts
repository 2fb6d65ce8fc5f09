import { inferShapes } from '../layers/infer-shapes.js';
import { type Layer, type Shape, sizeOf } from '../layers/layer.js';

/** What a network costs. */
export interface Cost {
  /** Trainable numbers. */
  readonly params: number;
  /** Multiply-adds for one sample, of the layers alone. */
  readonly macs: number;
  /** Size of the weights in float32, with the running statistics of batch normalisations. */
  readonly bytes: number;
}

/**
 * Counts parameters and multiply-adds from the layers.
 *
 * @throws RangeError when a layer does not fit the shape it gets.
 *
 * @example
 * countCost(cnn1dHead([64, 120], 2), [64, 120]); // { params: 37112, macs: 844132, bytes: 148448 }
 */
export function countCost(layers: readonly Layer[], inputShape: Shape): Cost {
  const shapes = [inputShape, ...inferShapes(layers, inputShape)];
  let params = 0;
  let numbers = 0;
  let macs = 0;
  for (const [index, layer] of layers.entries()) {
    const given = shapes[index];
    for (const { shape, averageRate } of layer.parameters(given)) {
      if (averageRate === undefined) params += sizeOf(shape);
      numbers += sizeOf(shape);
    }
    macs += layer.macs(given);
  }
  return { params, macs, bytes: numbers * 4 };
}
