import type { AxisOptions } from './axis.js';

/** An axis of shares, from none to all. */
export const SHARE_AXIS: AxisOptions = { domain: [0, 1], marks: 2, format: String };
