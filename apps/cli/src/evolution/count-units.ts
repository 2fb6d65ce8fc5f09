import type { Network } from '@sig/heads';

/** How many filters or layers of a network are evolved one at a time. */
export function countUnits({ layers }: Network, unit: 'filter' | 'layer'): number {
  return layers
    .filter(({ kind }) => kind === 'conv2d')
    .reduce((sum, { options }) => sum + (unit === 'layer' ? 1 : Number(options.filters)), 0);
}
