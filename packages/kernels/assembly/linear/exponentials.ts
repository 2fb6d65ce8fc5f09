/** 1.5 · 2²³: what is added to it loses its fraction, and its last bits are the whole number. */
const WHOLE: f32 = 12582912;

/**
 * e^x in four lanes, as in `exponential`; beyond ±87 it stays at that value. Only operations that are
 * one instruction each: `max`, `min` and the conversion to integers are many, for signs of zero and
 * NaN, which come out of these alike.
 */
export function exponentials(x: v128): v128 {
  const s = f32x4.pmax(f32x4.pmin(x, f32x4.splat(87)), f32x4.splat(-87));
  const n = f32x4.floor(f32x4.add(f32x4.mul(s, f32x4.splat(1.44269504)), f32x4.splat(0.5)));
  const high = f32x4.sub(s, f32x4.mul(n, f32x4.splat(0.693359375)));
  const r = f32x4.add(high, f32x4.mul(n, f32x4.splat(2.1219444e-4)));
  let p = f32x4.splat(1.9875691e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.333452e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665796e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(0.5));
  const e = f32x4.add(f32x4.add(f32x4.mul(f32x4.mul(p, r), r), r), f32x4.splat(1));
  // The bits above the fraction are shifted out.
  const power = i32x4.add(f32x4.add(n, f32x4.splat(WHOLE)), i32x4.splat(127));
  return f32x4.mul(e, i32x4.shl(power, 23));
}
