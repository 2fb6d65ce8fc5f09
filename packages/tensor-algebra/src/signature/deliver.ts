import type { RealData } from '../arrays/real-array.js';

/**
 * Takes the signatures of `count` paths from `first` on, [count, steps, words] without scalars. The
 * array is good only during the call.
 */
export type Deliver = (tensors: RealData, first: number, count: number) => void;
