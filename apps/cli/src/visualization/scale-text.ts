/** The number of full colour, as it stands beside a name. */
export function scaleText(scale: number): string {
  if (scale === 0) return 'all 0';
  return `± ${scale >= 0.001 ? Number(scale.toPrecision(2)) : scale.toExponential(0)}`;
}
