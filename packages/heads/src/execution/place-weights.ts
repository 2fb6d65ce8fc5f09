import { sizeOf } from '../layers/layer.js';
import type { Network } from '../network/network.js';

/** A parameter that follows an average. */
export interface Average {
  readonly offset: number;
  readonly length: number;
  readonly rate: number;
}

/** Where each parameter stands in one block of reals. */
export interface WeightPlaces {
  /** Reals of the whole block, a multiple of 4. */
  readonly total: number;
  /** Reals of it that an optimiser changes, from the start; a multiple of 4. */
  readonly trained: number;
  /** What follows averages instead: behind what is trained. */
  readonly averages: readonly Average[];
  /** Offsets in reals, in the order of `network.parameters`; multiples of 4. */
  readonly offsets: readonly number[];
  /** Offsets in reals, for each layer those of its parameters. */
  readonly byLayer: readonly (readonly number[])[];
}

/**
 * Puts all parameters behind one another, those that are not trained at the end, so that an optimiser
 * sees one long vector.
 */
export function placeWeights({ layers, inputShape, shapes }: Network): WeightPlaces {
  const wanted = layers.map((layer, index) =>
    layer.parameters(index === 0 ? inputShape : shapes[index - 1]),
  );
  let total = 0;
  const averages: Average[] = [];
  const place = (averaged: boolean): (number | undefined)[][] =>
    wanted.map((parameters) =>
      parameters.map(({ shape, averageRate: rate }) => {
        if ((rate !== undefined) !== averaged) return undefined;
        const offset = total;
        const length = sizeOf(shape);
        if (rate !== undefined) averages.push({ offset, length, rate });
        total += Math.ceil(length / 4) * 4;
        return offset;
      }),
    );
  const first = place(false);
  const trained = total;
  const last = place(true);
  const byLayer = wanted.map((parameters, layer) =>
    parameters.map((_, index) => first[layer][index] ?? last[layer][index] ?? 0),
  );
  return { total, trained, averages, offsets: byLayer.flat(), byLayer };
}
