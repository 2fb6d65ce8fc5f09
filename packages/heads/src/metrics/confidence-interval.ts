/** Bounds between which a figure is believed to lie. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
}

export interface ConfidenceOptions {
  /** How often such an interval holds the true figure, above 0 and at most 0.999999 (0.95). */
  level?: number;
}

export function checkLevel(level: number): void {
  if (level > 0 && level <= 0.999999) return;
  throw new RangeError(`level must be above 0 and at most 0.999999, such as 0.95, got ${level}`);
}
