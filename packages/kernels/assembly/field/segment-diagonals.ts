/** Quadrilaterals, the last of them a triangle, into which a segment and its chord are cut. */
export function quadrilaterals(window: i32): i32 {
  return (window - 1) >> 1;
}

/**
 * Of four segments, a stride apart, the chord x(w − 1) − x(0), and of each quadrilateral x(0), x(t),
 * x(t + 1), x(t + 2), t odd, the diagonals x(t + 1) − x(0) and x(t + 2) − x(t). Of a triangle the last
 * two points are one. A chord is a vector a channel, the two diagonals are by turns.
 */
export function layDiagonals(
  chord: usize,
  diagonals: usize,
  planes: usize,
  reach: usize,
  channels: i32,
  window: i32,
  plane: usize,
): void {
  const letters = (<usize>channels) << 4;
  for (let step = 1; step + 1 < window; step += 2) {
    let first = planes;
    let odd = planes + pointOf(reach, step);
    let even = planes + pointOf(reach, step + 1);
    let next = planes + pointOf(reach, min(step + 2, window - 1));
    for (const end = diagonals + letters * 2; diagonals < end; diagonals += 32) {
      v128.store(diagonals, f32x4.sub(v128.load(even), v128.load(first)));
      v128.store(diagonals, f32x4.sub(v128.load(next), v128.load(odd)), 16);
      first += plane;
      odd += plane;
      even += plane;
      next += plane;
    }
  }
  let last = planes + pointOf(reach, window - 1);
  for (const end = chord + letters; chord < end; chord += 16, last += plane, planes += plane) {
    v128.store(chord, f32x4.sub(v128.load(last), v128.load(planes)));
  }
}

/**
 * From the gradients of chord and diagonals to those of the points, each so many bytes behind the one before
 * and its channels a plane apart.
 */
export function layPointGradients(
  points: usize,
  pointBytes: usize,
  chord: usize,
  diagonals: usize,
  channels: i32,
  window: i32,
  plane: usize,
): void {
  const letters = (<usize>channels) << 4;
  for (let c: usize = 0; c < letters; c += 16, points += plane) {
    const ofChord = v128.load(chord + c);
    let sum = ofChord;
    let ofPrevious = f32x4.splat(0);
    let last = ofChord;
    let to = points + pointBytes;
    let u = diagonals + c * 2;
    for (let step = 1; step + 1 < window; step += 2, u += letters * 2, to += pointBytes * 2) {
      const ofU = v128.load(u);
      const ofV = v128.load(u, 16);
      v128.store(to, f32x4.sub(ofPrevious, ofV));
      v128.store(to + pointBytes, ofU);
      sum = f32x4.add(sum, ofU);
      // The last two points of a triangle are one.
      last = step + 2 < window ? ofChord : f32x4.add(ofChord, ofU);
      ofPrevious = ofV;
    }
    v128.store(points + <usize>(window - 1) * pointBytes, f32x4.add(last, ofPrevious));
    v128.store(points, f32x4.sub(f32x4.splat(0), sum));
  }
}

function pointOf(reach: usize, step: i32): usize {
  return load<usize>(reach + ((<usize>step) << 2));
}
