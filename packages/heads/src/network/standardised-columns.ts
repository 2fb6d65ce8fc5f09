import type { Network } from './network.js';

/**
 * How many numbers a network's input has a mean and a scale for: those of its standardisation, where
 * it has one. Else its columns, the last axis; of rows of pixels, which the first layer makes an image
 * of, the channels.
 *
 * @example
 * standardisedColumns(createNetwork({ layers: separableHead([64, 192], 10), inputShape: [64, 192] })); // 3
 */
export function standardisedColumns({
  layers,
  shapes,
  inputShape,
  standardisation,
}: Pick<Network, 'layers' | 'shapes' | 'inputShape' | 'standardisation'>): number {
  if (standardisation) return standardisation.mean.length;
  const columns = inputShape[inputShape.length - 1];
  if (layers[0]?.kind !== 'reshape') return columns;
  const channels = shapes[0][shapes[0].length - 1];
  return columns % channels === 0 ? channels : columns;
}
