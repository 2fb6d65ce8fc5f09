/** Where in the control array the state stands. */
export const STATE = 0;
export const CONTROL_INTS = 4;

/** The states of a worker: it works while BUSY and is waited for until it is not. */
export const DONE = 0;
export const BUSY = 1;
export const FAILED = 2;
export const STOP = 3;

/** Numbers in a worker's command buffer. */
export const CAPACITY = 1 << 16;
