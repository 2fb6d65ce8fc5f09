/** Lets a service worker keep the page, so that it opens without a network the next time. */
export async function keepOffline(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // Where it is not allowed, as in a private window, the page works all the same while it is open.
  await navigator.serviceWorker.register('service-worker.js').catch(() => undefined);
}
