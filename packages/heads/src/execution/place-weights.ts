import type { Network } from '../network/network.js';

/** Where each parameter stands in one block of reals. */
export interface WeightPlaces {
  /** Reals of the whole block, a multiple of 4. */
  readonly total: number;
  /** Offsets in reals, in the order of `network.parameters`; multiples of 4. */
  readonly offsets: readonly number[];
  /** Offsets in reals, for each layer those of its parameters. */
  readonly byLayer: readonly (readonly number[])[];
}

/** Puts all parameters behind one another, so that an optimiser sees one long vector. */
export function placeWeights({
  layers,
  inputShape,
  shapes,
  parameters,
  weights,
}: Network): WeightPlaces {
  const offsets: number[] = [];
  let total = 0;
  for (const { name } of parameters) {
    offsets.push(total);
    total += Math.ceil(weights[name].length / 4) * 4;
  }
  let next = 0;
  const byLayer = layers.map((layer, index) => {
    const given = index === 0 ? inputShape : shapes[index - 1];
    const { length } = layer.parameters(given);
    next += length;
    return offsets.slice(next - length, next);
  });
  return { total, offsets, byLayer };
}
