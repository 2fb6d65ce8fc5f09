/** The first steps warm up and are not counted. */
export const WARM_STEPS = 3;

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
