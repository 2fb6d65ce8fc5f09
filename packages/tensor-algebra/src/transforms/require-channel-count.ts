/** Throws a RangeError, with the counts accepted, unless a cotangent's channels fit. */
export function requireChannelCount(channels: number, fits: boolean, accepted: string): void {
  if (!fits) throw new RangeError(`cotangent must have ${accepted} channels, got ${channels}`);
}
