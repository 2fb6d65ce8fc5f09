/** A value under an alpha of 0 … 255 laid over white, rounded half up. */
export function onWhite(value: number, alpha: number): number {
  return Math.floor((value * alpha + 255 * (255 - alpha)) / 255 + 0.5);
}
