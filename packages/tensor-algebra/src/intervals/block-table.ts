import { tensorProduct } from '../tensor/tensor-product.js';

/** Products of neighbouring blocks, for any range with one multiplication. */
export interface BlockTable {
  push(block: Float64Array): void;
  /** out = the product of the blocks from `first` to `last`, both included. */
  product(first: number, last: number, out: Float64Array): void;
}

/**
 * A disjoint sparse table that grows at its end: at each level l, every place holds the product from
 * there to the middle of its group of 2^(l+1) blocks. Two places lie in different halves of one
 * group at exactly one level, which the highest bit they differ in names.
 *
 * No inverse is taken, so nothing is lost where a signature has grown far beyond those asked for.
 */
export function createBlockTable(starts: readonly number[]): BlockTable {
  const blocks: Float64Array[] = [];
  const levels: Float64Array[][] = [];
  const multiplied = (a: Float64Array, b: Float64Array): Float64Array => {
    const out = new Float64Array(a.length);
    tensorProduct(a, b, out, starts);
    return out;
  };

  return {
    push(block) {
      const place = blocks.push(block) - 1;
      for (let level = 0, half = 1; half <= place + 1; level++, half *= 2) {
        levels[level] ??= [];
        const products = levels[level];
        const offset = place % (2 * half);
        if (offset > half) products[place] = multiplied(products[place - 1], block);
        if (offset === half) products[place] = block;
        if (offset !== half - 1) continue;
        products[place] = block;
        for (let left = place - 1; left > place - half; left--) {
          products[left] = multiplied(blocks[left], products[left + 1]);
        }
      }
    },
    product(first, last, out) {
      if (first === last) {
        out.set(blocks[first]);
        return;
      }
      const products = levels[31 - Math.clz32(first ^ last)];
      tensorProduct(products[first], products[last], out, starts);
    },
  };
}
