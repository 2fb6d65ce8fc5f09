/**
 * Prints medians, 95th percentiles and minima in milliseconds, and medians as multiples of the first.
 *
 * @param {readonly import('../dist/measure/index.js').Measurement[]} measurements
 */
export function printMeasurements(measurements) {
  const first = measurements[0].total.median;
  const rows = measurements.map(({ name, total: { runs, median, percentile95, minimum } }) => [
    name,
    ...[median, percentile95, minimum].map((milliseconds) => milliseconds.toFixed(3)),
    `× ${(median / first).toFixed(2)}`,
    String(runs),
  ]);
  for (const [name, ...figures] of [['', 'median', 'p95', 'min', 'median', 'runs'], ...rows]) {
    const cells = figures.map((figure) => figure.padStart(12)).join('');
    process.stdout.write(`${name.padEnd(28)}${cells}\n`);
  }
}
