import type { Network } from '@sig/heads';

/** The places of the convolutions that are evolved. */
export function evolvedLayers({ layers }: Network, which: 'all' | 'last'): number[] {
  const places = layers.flatMap(({ kind }, place) => (kind === 'conv2d' ? [place] : []));
  return which === 'all' ? places : places.slice(-1);
}
