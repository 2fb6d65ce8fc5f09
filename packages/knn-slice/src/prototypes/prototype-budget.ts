import { requireInteger } from '../arguments/require-integer.js';
import { type PrototypeShape, prototypeBytes, type Storage } from './prototype-bytes.js';

/** How many prototypes: so many, or as many as fit into so many bytes. */
export type PrototypeBudget =
  | { count: number; maxBytes?: undefined }
  /** Of the projection, the references and their labels or scores, stored in int8 if not said otherwise. */
  | { maxBytes: number; storage?: Storage; count?: undefined };

/**
 * The count that a budget names, at most `most`.
 *
 * @throws RangeError when it is too small for one prototype a class.
 */
export function countInBudget(
  budget: PrototypeBudget,
  shape: Omit<PrototypeShape, 'count'>,
  most: number,
): number {
  const { classes } = shape;
  if (budget.count !== undefined) {
    requireInteger('count', budget.count, classes, most);
    return budget.count;
  }
  const { maxBytes, storage } = budget;
  const bytesOf = (count: number): number => prototypeBytes({ ...shape, count }, storage);
  const found = Math.floor((maxBytes - bytesOf(0)) / (bytesOf(1) - bytesOf(0)));
  if (found >= classes) return Math.min(most, found);
  throw new RangeError(
    `maxBytes must be at least ${bytesOf(classes)}, for one prototype a class, got ${maxBytes}`,
  );
}
