import { EXIT_INTERRUPTED, InterruptedError } from './errors.js';

export interface Interrupt {
  /** Aborted by the first Ctrl-C or SIGTERM, with an InterruptedError. */
  readonly signal: AbortSignal;
  /** Gives the signals back to Node. */
  release(): void;
}

/**
 * Takes Ctrl-C and SIGTERM over: the first one aborts the signal, so that work can end in order;
 * the second one ends the process at once.
 */
export function watchInterrupt(onInterrupt: () => void): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(EXIT_INTERRUPTED);
    onInterrupt();
    controller.abort(new InterruptedError('stopped; nothing was written'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
