import { lyndonBasis } from '../lyndon/lyndon-basis.js';
import { signatureLength } from '../words/signature-length.js';
import { type LogCoordinates, requireCoordinates } from './coordinates.js';

/** The linear maps between expanded coordinates and others, one tensor at a time. */
export interface CoordinateMap {
  /** How many coordinates there are. */
  readonly size: number;
  /** From a tensor without scalar, from place `from` on, to coordinates from `to` on. */
  fromExpanded(x: Numbers, from: number, out: Numbers, to: number): void;
  /** From coordinates to a tensor without scalar. */
  toExpanded(x: Numbers, from: number, out: Numbers, to: number): void;
  /** The transpose of `fromExpanded`, from a cotangent of coordinates to one of a tensor. */
  transpose(cotangent: Numbers, from: number, out: Numbers, to: number): void;
}

type Numbers = Float32Array | Float64Array;

/** The maps to and from some coordinates; throws for unknown ones. */
export function coordinateMap(
  channels: number,
  depth: number,
  coordinates: LogCoordinates,
): CoordinateMap {
  requireCoordinates(coordinates);
  const words = signatureLength(channels, depth);
  if (coordinates === 'expanded') {
    const copy = (x: Numbers, from: number, out: Numbers, to: number): void =>
      out.set(x.subarray(from, from + words), to);
    return { size: words, fromExpanded: copy, toExpanded: copy, transpose: copy };
  }
  const { places, expansions, later } = lyndonBasis(channels, depth);
  const size = places.length;
  const brackets = coordinates === 'lyndon-brackets';
  const held = new Float64Array(size);

  /** From the coefficients of Lyndon words to the factors of brackets, the smallest word first. */
  const solve = (): void => {
    const { starts, rows, values } = later;
    for (let number = 0; number < size; number++) {
      for (let entry = starts[number]; entry < starts[number + 1]; entry++) {
        held[rows[entry]] -= values[entry] * held[number];
      }
    }
  };
  const solveTransposed = (): void => {
    const { starts, rows, values } = later;
    for (let number = size - 1; number >= 0; number--) {
      for (let entry = starts[number]; entry < starts[number + 1]; entry++) {
        held[number] -= values[entry] * held[rows[entry]];
      }
    }
  };

  return {
    size,
    fromExpanded(x, from, out, to) {
      if (!brackets) {
        for (let number = 0; number < size; number++) out[to + number] = x[from + places[number]];
        return;
      }
      for (let number = 0; number < size; number++) held[number] = x[from + places[number]];
      solve();
      out.set(held, to);
    },
    toExpanded(x, from, out, to) {
      held.set(x.subarray(from, from + size));
      if (!brackets) solve();
      out.fill(0, to, to + words);
      const { starts, rows, values } = expansions;
      for (let number = 0; number < size; number++) {
        for (let entry = starts[number]; entry < starts[number + 1]; entry++) {
          out[to + rows[entry]] += values[entry] * held[number];
        }
      }
    },
    transpose(cotangent, from, out, to) {
      held.set(cotangent.subarray(from, from + size));
      if (brackets) solveTransposed();
      out.fill(0, to, to + words);
      for (let number = 0; number < size; number++) out[to + places[number]] = held[number];
    },
  };
}
