/** Throws a RangeError unless a layer's option is a positive integer. */
export function checkCount(layer: string, name: string, value: number): void {
  if (Number.isInteger(value) && value > 0) return;
  throw new RangeError(`${layer}: ${name} must be a positive integer, got ${value}`);
}

/** Throws a RangeError unless a layer's option is one of the accepted values. */
export function checkOneOf(
  layer: string,
  name: string,
  value: string,
  accepted: readonly string[],
): void {
  if (accepted.includes(value)) return;
  throw new RangeError(`${layer}: ${name} must be ${accepted.join(' or ')}, got ${value}`);
}

/** Throws a RangeError unless a shape is [length, channels]. */
export function checkSequence(layer: string, shape: readonly number[]): void {
  if (shape.length === 2) return;
  throw new RangeError(`${layer} takes a shape [length, channels], got [${shape}]`);
}

/** Throws a RangeError unless a layer's option is a finite number above 0. */
export function checkPositive(layer: string, name: string, value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new RangeError(`${layer}: ${name} must be a number above 0, got ${value}`);
}

/** Throws a RangeError unless a shape is [height, width, channels]. */
export function checkImage(layer: string, shape: readonly number[]): void {
  if (shape.length === 3) return;
  throw new RangeError(`${layer} takes a shape [height, width, channels], got [${shape}]`);
}
