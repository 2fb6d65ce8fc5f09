/** The width of a shape of one axis. */
export function widthOf(shape: readonly number[]): number {
  if (shape.length === 1) return shape[0];
  throw new RangeError(`it takes one axis, got [${shape}]`);
}
