import type { Learner } from './learner.js';
import type { Call, Reply } from './messages.js';

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress?: (progress: unknown) => void;
}

/** The learner at the other end of a worker: each of its functions is a message and an answer. */
export function connectLearner(worker: Worker): Learner {
  const pending = new Map<number, Pending>();
  let calls = 0;
  worker.onmessage = ({ data }: MessageEvent<Reply>) => {
    const waiting = pending.get(data.call);
    if (data.kind === 'progress') return waiting?.onProgress?.(data.progress);
    pending.delete(data.call);
    if (data.kind === 'result') waiting?.resolve(data.result);
    else waiting?.reject(new Error(data.message));
  };
  worker.onerror = ({ message }) => {
    const error = new Error(`the worker has stopped: ${message}; load the page anew`);
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  const ask = (name: keyof Learner, given: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const onProgress = given.find(isFunction);
      const args = given.filter((value) => !isFunction(value));
      const call: Call = { call: ++calls, name, args };
      pending.set(call.call, { resolve, reject, onProgress });
      // A camera's frames are handed over, not copied.
      worker.postMessage(call, args.filter(isBitmap));
    });
  return new Proxy({} as Learner, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        ask(name as keyof Learner, args),
  });
}

function isFunction(value: unknown): value is (progress: unknown) => void {
  return typeof value === 'function';
}

function isBitmap(value: unknown): value is ImageBitmap {
  return typeof ImageBitmap !== 'undefined' && value instanceof ImageBitmap;
}
