import { logarithm } from './exponential';

// Columns that gemm sums in a row before it adds them to the result (KC in gemm.ts).
const SUMMED = 256;
// The logarithm that stands for that of 0: the softmax of it is 0.
const NONE: f32 = -100;
// By how much the winner leads at least, so that the softmax still shows who won a tie.
const LEAD: f32 = 1 / 65536;

/**
 * Ranks candidates by distances in double precision, lets the k nearest vote and stores the logarithms
 * of the classes' shares.
 *
 * A squared distance less the query's own square is wrong in float32 by at most (n + 8) · 2^-24 ·
 * (|a|² + |b|²), n the additions in a row (Higham 2002, "Accuracy and Stability of Numerical
 * Algorithms", section 3.1). Where a reference that is no candidate could be nearer than the k-th by
 * this bound, all references are looked at.
 */
export function nearestVotes(
  workspace: usize,
  queries: usize,
  rows: i32,
  references: usize,
  count: i32,
  width: i32,
  offsets: usize,
  values: usize,
  indices: usize,
  kept: i32,
  labels: usize,
  classes: i32,
  k: i32,
  byDistance: i32,
  room: usize,
  logits: usize,
): void {
  const stride = (<usize>width) << 2;
  const squares = room;
  const shares = squares + ((<usize>k) << 3);
  const places = shares + ((<usize>classes) << 3);
  let largest: f64 = 0;
  for (let j = 0; j < count; j++) largest = max(largest, <f64>load<f32>(offsets + (j << 2)));
  const additions = min(width, SUMMED) + (width + SUMMED - 1) / SUMMED + 8;
  for (let i = 0; i < rows; i++) {
    let own: f64 = 0;
    for (let j: usize = 0; j < stride; j += 4) {
      own += <f64>load<f32>(queries + j) * <f64>load<f32>(queries + j);
    }
    const bound = <f64>additions * 5.9604644775390625e-8 * (own + largest);
    const others = <f64>load<f32>(values + ((kept - 1) << 2)) + own - bound;
    let found = 0;
    // The candidates, and where they leave a doubt all references.
    for (let all = 0; all < 2; all++) {
      const looked = all ? count : kept;
      found = 0;
      let j = 0;
      for (; j < looked; j++) {
        const index = all ? j : load<i32>(indices + (j << 2));
        if (index < 0) break;
        const square = distance(queries, references + <usize>index * stride, width);
        found = insert(squares, places, found, k, square, index);
      }
      const sure = found == k && load<f64>(squares + ((k - 1) << 3)) < others;
      if (sure || j >= count) break;
    }
    vote(squares, places, found, labels, shares, classes, byDistance, logits);
    queries += stride;
    values += (<usize>kept) << 2;
    indices += (<usize>kept) << 2;
    logits += (<usize>classes) << 2;
  }
}

/** The squared distance, summed in the order of the columns. */
function distance(a: usize, b: usize, width: i32): f64 {
  let sum: f64 = 0;
  const end = a + ((<usize>width) << 2);
  for (; a < end; a += 4, b += 4) {
    const difference = <f64>load<f32>(a) - <f64>load<f32>(b);
    sum += difference * difference;
  }
  return sum;
}

/** Puts a neighbour in its place among at most k, the nearest first; returns how many there are. */
function insert(squares: usize, places: usize, found: i32, k: i32, square: f64, index: i32): i32 {
  if (!(square < Infinity)) return found;
  let j = found;
  for (; j > 0; j--) {
    const before = load<f64>(squares + ((j - 1) << 3));
    const first = load<i32>(places + ((j - 1) << 2));
    if (before < square || (before == square && first < index)) break;
    if (j == k) continue;
    store<f64>(squares + (j << 3), before);
    store<i32>(places + (j << 2), first);
  }
  if (j == k) return found;
  store<f64>(squares + (j << 3), square);
  store<i32>(places + (j << 2), index);
  return min(found + 1, k);
}

function vote(
  squares: usize,
  places: usize,
  found: i32,
  labels: usize,
  shares: usize,
  classes: i32,
  byDistance: i32,
  logits: usize,
): void {
  memory.fill(shares, 0, (<usize>classes) << 3);
  const exact = load<f64>(squares) == 0;
  let total: f64 = 0;
  for (let j = 0; j < found; j++) {
    const square = load<f64>(squares + (j << 3));
    const at = shares + ((<usize>labelAt(labels, places, j)) << 3);
    const weight = !byDistance ? 1 : exact ? <f64>(square == 0) : 1 / sqrt<f64>(square);
    store<f64>(at, load<f64>(at) + weight);
    total += weight;
  }
  let winner = found > 0 ? labelAt(labels, places, 0) : 0;
  for (let j = 1; j < found; j++) {
    const label = labelAt(labels, places, j);
    if (load<f64>(shares + (label << 3)) > load<f64>(shares + (winner << 3))) winner = label;
  }
  let second = NONE;
  for (let label = 0; label < classes; label++) {
    const share = <f32>(load<f64>(shares + (label << 3)) / total);
    const logit = share > 0 ? logarithm(share) : NONE;
    store<f32>(logits + (label << 2), logit);
    if (label != winner) second = max(second, logit);
  }
  const lead = max(load<f32>(logits + (winner << 2)), second + LEAD);
  store<f32>(logits + (winner << 2), lead);
}

function labelAt(labels: usize, places: usize, j: i32): i32 {
  return <i32>load<f32>(labels + ((<usize>load<i32>(places + (j << 2))) << 2));
}
