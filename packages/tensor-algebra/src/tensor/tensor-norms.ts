/** The Euclidean norm of each level, from level 0 on. */
export function tensorNorms(x: Float64Array, starts: readonly number[]): number[] {
  return starts.slice(0, -1).map((start, level) => {
    let largest = 0;
    for (let at = start; at < starts[level + 1]; at++) largest = Math.max(largest, Math.abs(x[at]));
    if (largest === 0 || !Number.isFinite(largest)) return largest;
    // Squares of very large or small numbers would leave the range of a double.
    let sum = 0;
    for (let at = start; at < starts[level + 1]; at++) sum += (x[at] / largest) ** 2;
    return largest * Math.sqrt(sum);
  });
}
