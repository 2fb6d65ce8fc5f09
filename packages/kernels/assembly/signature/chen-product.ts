import { chenLanes } from './chen';
import { laneCount, loadUsed, storeLanes } from './lanes';
import { wordCount } from './words';

/** Batches of left ⊗ right, on lanes; a stride of 0 takes the same factor again and again. */
export function chenProducts<T>(
  workspace: usize, left: usize, leftStride: i32, right: usize, rightStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32,
): void {
  const lanes = laneCount<T>();
  const words = wordCount(channels, depth);
  const product = workspace;
  const factor = product + (<usize>words << 4);
  const leftBytes = <usize>leftStride * sizeof<T>();
  const rightBytes = <usize>rightStride * sizeof<T>();
  const outBytes = <usize>outStride * sizeof<T>();
  for (let done = 0; done < count; done += lanes) {
    const used = min(count - done, lanes);
    loadUsed<T>(product, words, used, left, leftBytes);
    loadUsed<T>(factor, words, used, right, rightBytes);
    chenLanes<T>(product, product, factor, channels, depth, words);
    storeLanes<T>(product, words, used, out, outBytes);
    left += <usize>used * leftBytes;
    right += <usize>used * rightBytes;
    out += <usize>used * outBytes;
  }
}
