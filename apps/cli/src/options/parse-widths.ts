import { integerList } from './parse-integer-list.js';

/** Reads the channels of the layers of a head: `64,64,96,128,128`. */
export const parseWidths = integerList('numbers of channels', {
  most: 32,
  largest: 4096,
  example: '64,64,96,128,128',
});
