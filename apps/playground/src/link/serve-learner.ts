import type { Learner } from './learner.js';
import type { Call, Reply } from './messages.js';

/** The worker's end: calls the learner's functions as messages ask for them. */
export function serveLearner(
  learner: Learner,
  scope: Pick<DedicatedWorkerGlobalScope, 'onmessage' | 'postMessage'>,
): void {
  const functions = learner as unknown as Record<string, (...args: unknown[]) => unknown>;
  const post = (reply: Reply): void => scope.postMessage(reply);
  scope.onmessage = async ({ data: { call, name, args } }: MessageEvent<Call>) => {
    const onProgress = (progress: unknown): void => post({ call, kind: 'progress', progress });
    try {
      post({ call, kind: 'result', result: await functions[name](...args, onProgress) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      post({ call, kind: 'error', message });
    }
  };
}
