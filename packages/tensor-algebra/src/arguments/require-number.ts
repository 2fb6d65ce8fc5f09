/** Throws a TypeError unless `value` is a finite number. */
export function requireNumber(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new TypeError(`${name} must be a finite number, got ${value}`);
}
