import { exponentialScratch, multiplyExponential } from '../tensor/multiply-exponential.js';
import { tensorAntipode } from '../tensor/tensor-antipode.js';
import { tensorProduct } from '../tensor/tensor-product.js';
import { createBlockTable } from './block-table.js';

/** Points from which on a prefix starts afresh. */
const BLOCK = 64;

/** The points of a path as signatures of prefixes, and of any interval between two of them. */
export interface Prefixes {
  readonly length: number;
  push(point: Float64Array): void;
  /** out = the signature from point i to point j, i <= j. */
  between(i: number, j: number, out: Float64Array): void;
}

/** Signatures from the start of each block of points to each of its points, and whole blocks. */
export function createPrefixes(channels: number, starts: readonly number[]): Prefixes {
  const depth = starts.length - 2;
  const size = starts[depth + 1];
  const table = createBlockTable(starts);
  const blocks: Float64Array[] = [];
  const scratch = exponentialScratch(channels, depth);
  const last = new Float64Array(channels);
  const increment = new Float64Array(channels);
  const state = new Float64Array(size);
  const backwards = new Float64Array(size);
  const middle = new Float64Array(size);
  let length = 0;

  /** From the block's start to point i. */
  const prefix = (i: number): Float64Array => {
    const at = (i % BLOCK) * size;
    return blocks[Math.floor(i / BLOCK)].subarray(at, at + size);
  };
  const identity = (): void => {
    state.fill(0);
    state[0] = 1;
  };

  return {
    get length() {
      return length;
    },
    push(point) {
      if (length === 0) identity();
      else {
        for (let c = 0; c < channels; c++) increment[c] = point[c] - last[c];
        multiplyExponential(state, increment, starts, scratch);
      }
      last.set(point);
      if (length % BLOCK === 0) {
        if (length > 0) table.push(state.slice());
        identity();
        blocks.push(new Float64Array(BLOCK * size));
      }
      length++;
      prefix(length - 1).set(state);
    },
    between(i, j, out) {
      const [iBlock, jBlock] = [Math.floor(i / BLOCK), Math.floor(j / BLOCK)];
      const atStart = i % BLOCK === 0;
      tensorAntipode(prefix(i), backwards, channels, depth, true);
      if (iBlock === jBlock) {
        tensorProduct(backwards, prefix(j), out, starts);
        return;
      }
      const first = atStart ? iBlock : iBlock + 1;
      out.fill(0);
      out[0] = 1;
      if (!atStart) {
        table.product(iBlock, iBlock, middle);
        tensorProduct(backwards, middle, out, starts);
      }
      if (first < jBlock) {
        table.product(first, jBlock - 1, middle);
        tensorProduct(out, middle, out, starts);
      }
      tensorProduct(out, prefix(j), out, starts);
    },
  };
}
