/// <reference lib="webworker" />

/** The scope of a service worker; `self` is a window's in the types of the page. */
const scope = self as unknown as ServiceWorkerGlobalScope;

/** The files of the page; the build puts their names here. */
declare const PAGE_FILES: readonly string[];
/** Changes with any of the files. */
declare const PAGE_VERSION: string;

/** Names that change with their content need not be asked for again. */
const LASTING = /\/assets\//;

scope.addEventListener('install', (event) => {
  const keep = async (): Promise<void> => {
    const cache = await caches.open(PAGE_VERSION);
    await cache.addAll([...PAGE_FILES]);
    await scope.skipWaiting();
  };
  event.waitUntil(keep());
});

scope.addEventListener('activate', (event) => {
  const takeOver = async (): Promise<void> => {
    const names = await caches.keys();
    await Promise.all(
      names.filter((name) => name !== PAGE_VERSION).map((name) => caches.delete(name)),
    );
    await scope.clients.claim();
  };
  event.waitUntil(takeOver());
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== scope.location.origin) return;
  event.respondWith(answer(request));
});

/** What is asked for: from the network where there is one, so that a new page is seen at once. */
async function answer(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreSearch: true });
  if (kept && LASTING.test(request.url)) return isolated(kept);
  try {
    return isolated(await fetch(request));
  } catch (error) {
    if (kept) return isolated(kept);
    throw error;
  }
}

/** With the headers that let a page have threads, which not every host can be told to send. */
function isolated(response: Response): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Embedder-Policy', 'require-corp');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}
