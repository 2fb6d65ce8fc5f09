import type { Learner } from './learner.js';

/** From the page to the worker. */
export interface Call {
  readonly call: number;
  readonly name: keyof Learner;
  /** Without the function that is told of progress. */
  readonly args: readonly unknown[];
}

/** From the worker to the page, about the call of the same number. */
export type Reply =
  | { readonly call: number; readonly kind: 'progress'; readonly progress: unknown }
  | { readonly call: number; readonly kind: 'result'; readonly result: unknown }
  | { readonly call: number; readonly kind: 'error'; readonly message: string };
