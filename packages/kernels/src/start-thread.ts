import { threadSource } from './thread-source.js';

export interface ThreadData {
  memory: WebAssembly.Memory;
  modules: readonly WebAssembly.Module[];
  kernels: readonly string[];
  control: Int32Array;
  commands: Float64Array;
}

export interface ThreadHandle {
  terminate(): void;
}

/** Starts one worker thread, in Node or in a browser, and waits for its first message. */
export async function startThread(data: ThreadData): Promise<ThreadHandle> {
  return typeof process === 'object' && process.versions?.node
    ? startNodeThread(data)
    : startBrowserThread(data);
}

async function startNodeThread(data: ThreadData): Promise<ThreadHandle> {
  // The name in a variable keeps bundlers for the browser from following the import.
  const name = 'node:worker_threads';
  const { Worker } = (await import(
    /* @vite-ignore */ name
  )) as typeof import('node:worker_threads');
  const worker = new Worker(threadSource, { eval: true, workerData: data });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  // An idle pool must not keep the process alive.
  worker.unref();
  return { terminate: () => void worker.terminate() };
}

async function startBrowserThread(data: ThreadData): Promise<ThreadHandle> {
  const url = URL.createObjectURL(new Blob([threadSource], { type: 'text/javascript' }));
  const worker = new Worker(url);
  await new Promise<void>((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = (event) =>
      reject(new Error(`a worker thread did not start: ${event.message}`));
    worker.postMessage(data);
  });
  URL.revokeObjectURL(url);
  return { terminate: () => worker.terminate() };
}
