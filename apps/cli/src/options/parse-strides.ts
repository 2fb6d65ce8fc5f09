import { integerList } from './parse-integer-list.js';

/** Reads the strides of the blocks of a head: `1,2,1,2`. */
export const parseStrides = integerList('strides', { most: 31, largest: 16, example: '1,2,1,2' });
