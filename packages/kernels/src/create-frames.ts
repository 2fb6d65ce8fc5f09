import type { Allocator } from './allocator.js';

/**
 * Makes the `frame` of an engine: tasks that wait for something in between may end in another order
 * than they began, and the memory of one that ended lies under that of one still at work.
 */
export function createFrames({
  mark,
  release,
}: Pick<Allocator, 'mark' | 'release'>): () => () => void {
  const open: { readonly start: number; closed: boolean }[] = [];
  return () => {
    const frame = { start: mark(), closed: false };
    open.push(frame);
    return () => {
      frame.closed = true;
      for (let last = open.at(-1); last?.closed; last = open.at(-1)) {
        open.pop();
        release(last.start);
      }
    };
  };
}
