import { contractLeft, contractRight } from './contractions';
import { clearVectors, laneCount, loadUsed, storeLanes } from './lanes';
import { wordCount } from './words';

/** Coefficient of x^power in exp(x) − 1, or in log(1 + x). */
function coefficient(power: i32, logarithm: bool): f64 {
  if (logarithm) return (power & 1 ? 1.0 : -1.0) / <f64>power;
  let factorial = 1.0;
  for (let factor = 2; factor <= power; factor++) factorial *= factor;
  return 1.0 / factorial;
}

/**
 * Batches of exp(x) − 1 or log(1 + x) in the truncated tensor algebra, on lanes.
 *
 * Horner's scheme, from the highest power down: b_k = a_k + x ⊗ b_(k+1), of which only the levels up
 * to depth − k matter (Kidger & Lyons 2021, "Signatory", section 4.3).
 */
export function tensorSeries<T>(
  workspace: usize, x: usize, xStride: i32, count: i32, channels: i32, depth: i32,
  out: usize, outStride: i32, logarithm: bool,
): void {
  const lanes = laneCount<T>();
  const words = wordCount(channels, depth);
  const state = workspace;
  const sum = state + (<usize>words << 4);
  const xBytes = <usize>xStride * sizeof<T>();
  const outBytes = <usize>outStride * sizeof<T>();
  for (let done = 0; done < count; done += lanes) {
    const used = min(count - done, lanes);
    loadUsed<T>(state, words, used, x, xBytes);
    clearVectors(sum, words);
    for (let power = depth; power > 0; power--) {
      multiplyUpTo<T>(sum, sum, state, coefficient(power, logarithm), channels, depth - power + 1);
    }
    storeLanes<T>(sum, words, used, out, outBytes);
    x += <usize>used * xBytes;
    out += <usize>used * outBytes;
  }
}

/**
 * The vector-Jacobian product of `tensorSeries`: cotangents of the result become those of x.
 *
 * The b_k of Horner's scheme are kept, one state each, and gone through backwards.
 */
export function tensorSeriesBackward<T>(
  workspace: usize, x: usize, xStride: i32, cotangent: usize, cotangentStride: i32, count: i32,
  channels: i32, depth: i32, out: usize, outStride: i32, logarithm: bool,
): void {
  const lanes = laneCount<T>();
  const words = wordCount(channels, depth);
  const bytes = <usize>words << 4;
  const state = workspace;
  const gradient = state + bytes;
  const flow = gradient + bytes;
  const sums = flow + bytes;
  const xBytes = <usize>xStride * sizeof<T>();
  const cotangentBytes = <usize>cotangentStride * sizeof<T>();
  const outBytes = <usize>outStride * sizeof<T>();
  for (let done = 0; done < count; done += lanes) {
    const used = min(count - done, lanes);
    loadUsed<T>(state, words, used, x, xBytes);
    loadUsed<T>(flow, words, used, cotangent, cotangentBytes);
    clearVectors(gradient, words);
    // sums[power] holds x ⊗ b_(power+1) without its level 0.
    clearVectors(sums + <usize>(depth - 1) * bytes, words);
    for (let power = depth; power > 1; power--) {
      const from = sums + <usize>(power - 1) * bytes;
      multiplyUpTo<T>(
        from - bytes, from, state, coefficient(power, logarithm), channels, depth - power + 1,
      );
    }
    for (let power = 1; power <= depth; power++) {
      const levels = depth - power + 1;
      const factor = <T>coefficient(power, logarithm);
      const b = sums + <usize>(power - 1) * bytes;
      contractRight<T>(gradient, factor, b, flow, channels, levels);
      if (power < depth) contractLeft<T>(flow, 0, state, flow, channels, levels);
    }
    storeLanes<T>(gradient, words, used, out, outBytes);
    x += <usize>used * xBytes;
    cotangent += <usize>used * cotangentBytes;
    out += <usize>used * outBytes;
  }
}

/** out = x ⊗ (constant + b) up to a level; `out` may be `b`. */
function multiplyUpTo<T>(
  out: usize, b: usize, x: usize, constant: f64, channels: i32, depth: i32,
): void {
  const factor = v128.splat<T>(<T>constant);
  for (let level = depth; level > 0; level--) {
    const start = <usize>wordCount(channels, level - 1) << 4;
    const end = <usize>wordCount(channels, level) << 4;
    for (let at = start; at < end; at += 16) {
      v128.store(out + at, v128.mul<T>(factor, v128.load(x + at)));
    }
    let left = x;
    let leftEnd = x;
    let leftBytes = <usize>channels << 4;
    for (let letters = 1; letters < level; letters++) {
      const rightFrom = b + (<usize>wordCount(channels, level - letters - 1) << 4);
      const rightEnd = b + (<usize>wordCount(channels, level - letters) << 4);
      leftEnd += leftBytes;
      leftBytes *= channels;
      let target = out + start;
      for (; left < leftEnd; left += 16) {
        const share = v128.load(left);
        for (let right = rightFrom; right < rightEnd; right += 16, target += 16) {
          const product = v128.mul<T>(share, v128.load(right));
          v128.store(target, v128.add<T>(v128.load(target), product));
        }
      }
    }
  }
}
