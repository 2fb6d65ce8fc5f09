/** The nearest integer, and of two equally near the even one (IEEE 754, roundTiesToEven). */
export function roundHalfEven(value: number): number {
  // Math.round takes the upper of two.
  return Math.abs(value % 1) === 0.5 ? 2 * Math.round(value / 2) : Math.round(value);
}
