/** The points from the first to the second, both included. */
export type Interval = readonly [first: number, last: number];
