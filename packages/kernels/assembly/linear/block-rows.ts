/**
 * Rows of a matrix that are gone through together, some columns at a time: sums stay in registers, the
 * rows in the first cache, and memory is still read nearly in order. Measured: 16 beat 8 and 64.
 */
export const BLOCK_ROWS: i32 = 16;
