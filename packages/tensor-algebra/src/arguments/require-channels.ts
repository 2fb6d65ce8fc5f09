import { requireInteger } from './require-integer.js';

/** Throws a RangeError unless `channels` is a positive integer. */
export function requireChannels(channels: number): void {
  requireInteger('channels', channels, 1, Number.MAX_SAFE_INTEGER);
}
