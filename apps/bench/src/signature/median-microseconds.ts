import { timingOf } from '@sig/edge/measure';

/** Runs that are counted at least. */
const LEAST = 7;

/** The median of the microseconds that `run` takes, over so many seconds of runs, after it has warmed up. */
export function medianMicroseconds(run: () => void, seconds: number): number {
  const milliseconds = 1000 * seconds;
  const time = (): number => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let warm = 0; warm < milliseconds / 5; ) warm += Math.max(0.05, time());
  const samples: number[] = [];
  let total = 0;
  while (total < milliseconds || samples.length < LEAST) {
    const sample = time();
    samples.push(sample);
    total += sample;
  }
  return timingOf(samples).median * 1000;
}
