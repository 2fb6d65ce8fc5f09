const INTERVAL_MS = 40;

/**
 * Makes a function that, awaited between batches, lets timers, signals and progress displays have
 * their turn every so often, and otherwise costs nothing.
 */
export function createBreather(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < INTERVAL_MS) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        last = performance.now();
        resolve();
      }),
    );
  };
}
