/** A thread with fewer images than this has a poor batch normalisation, and waits more than it helps. */
const SAMPLES_A_THREAD = 16;
const MOST = 8;

/** Threads for a batch of so many images; one where the page is not cross-origin isolated. */
export function usefulThreads(
  batch: number,
  { crossOriginIsolated = false, navigator } = globalThis as Partial<WorkerGlobalScope>,
): number {
  if (!crossOriginIsolated) return 1;
  const cores = navigator?.hardwareConcurrency ?? 1;
  return Math.max(1, Math.min(cores, MOST, Math.floor(batch / SAMPLES_A_THREAD)));
}
