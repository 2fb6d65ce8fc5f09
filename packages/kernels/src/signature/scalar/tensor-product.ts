/** A tensor without its level 0, and that level apart. */
export interface Tensor {
  scalar: number;
  words: Float64Array;
}

/** The product in the truncated tensor algebra, level 0 left out. */
export function tensorProduct(
  left: Tensor,
  right: Tensor,
  channels: number,
  depth: number,
): Float64Array {
  const out = new Float64Array(left.words.length);
  for (let word = 0; word < out.length; word++) {
    out[word] = left.words[word] * right.scalar + left.scalar * right.words[word];
  }
  let leftStart = 0;
  for (let a = 1; a < depth; a++) {
    const leftSize = channels ** a;
    let target = leftStart + leftSize;
    let rightStart = 0;
    for (let b = 1; a + b <= depth; b++) {
      const rightSize = channels ** b;
      for (let word = 0; word < leftSize; word++) {
        const share = left.words[leftStart + word];
        for (let end = 0; end < rightSize; end++) {
          out[target++] += share * right.words[rightStart + end];
        }
      }
      rightStart += rightSize;
    }
    leftStart += leftSize;
  }
  return out;
}
