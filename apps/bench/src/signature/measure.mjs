/**
 * The median of the microseconds that `run` takes, over runs of half a second together and seven at
 * least, after it has warmed up.
 *
 * @param {() => void} run
 */
export function measure(run) {
  const MILLISECONDS = 500;
  const LEAST = 7;
  const time = () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  };
  for (let warm = 0; warm < MILLISECONDS / 5; ) warm += Math.max(0.05, time());
  const samples = [];
  let total = 0;
  while (total < MILLISECONDS || samples.length < LEAST) {
    samples.push(time());
    total += samples[samples.length - 1];
  }
  samples.sort((a, b) => a - b);
  return samples[samples.length >> 1] * 1000;
}
