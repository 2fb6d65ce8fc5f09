// Polynomials of the Cephes library (Moshier), because the standard library's exp and log bring
// tables along, and a module over a shared memory may hold no data.

/** e^x to about one unit in the last place. */
export function exponential(x: f32): f32 {
  if (x < -87) return 0;
  if (x > 88) return Infinity;
  const n = floor<f32>(x * 1.44269504 + 0.5);
  const r = x - n * 0.693359375 + n * 2.1219444e-4;
  let p: f32 = 1.9875691e-4;
  p = p * r + 1.3981999e-3;
  p = p * r + 8.333452e-3;
  p = p * r + 4.1665796e-2;
  p = p * r + 1.6666665e-1;
  p = p * r + 0.5;
  return (p * r * r + r + 1) * reinterpret<f32>((<i32>n + 127) << 23);
}

/** ln x for positive normal x. */
export function logarithm(x: f32): f32 {
  const bits = reinterpret<i32>(x);
  let e = <f32>(((bits >> 23) & 255) - 126);
  let m = reinterpret<f32>((bits & 0x7fffff) | 0x3f000000);
  if (m < 0.70710678) {
    m += m;
    e -= 1;
  }
  const f = m - 1;
  const z = f * f;
  let p: f32 = 7.0376836e-2;
  p = p * f - 1.151461e-1;
  p = p * f + 1.16769987e-1;
  p = p * f - 1.2420141e-1;
  p = p * f + 1.42493228e-1;
  p = p * f - 1.66680577e-1;
  p = p * f + 2.00007148e-1;
  p = p * f - 2.4999994e-1;
  p = p * f + 3.33333312e-1;
  return f + (p * f * z - e * 2.1219444e-4 - 0.5 * z) + e * 0.693359375;
}
