import type { Network } from '@sig/heads';
import type { EvolveCommandOptions } from '../options/evolve-options.js';
import { evolvedLayers } from './evolved-layers.js';

/** How many filters or layers of a network are evolved one at a time. */
export function countUnits(
  network: Network,
  { unit, layers }: Pick<EvolveCommandOptions, 'unit' | 'layers'>,
): number {
  const places = evolvedLayers(network, layers);
  if (unit === 'layer') return places.length;
  return places.reduce((sum, place) => sum + Number(network.layers[place].options.filters), 0);
}
