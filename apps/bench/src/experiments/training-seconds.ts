/**
 * Seconds that the trainings behind a result took, wherever and whenever they ran: the sum over all `times`
 * inside of it.
 */
export function trainingSeconds(result: unknown): number {
  if (typeof result !== 'object' || result === null) return 0;
  let sum = 0;
  for (const [key, value] of Object.entries(result)) {
    sum += key === 'times' ? secondsOf(value) : trainingSeconds(value);
  }
  return sum;
}

/** Of a training as a whole, or to make an engine of digits and to judge it. */
function secondsOf(times: unknown): number {
  if (typeof times !== 'object' || times === null) return 0;
  const { seconds, making, judging } = times as Readonly<Record<string, unknown>>;
  return [seconds, making, judging].reduce<number>(
    (sum, value) => sum + (typeof value === 'number' ? value : 0),
    0,
  );
}
