// Beyond this Φ is 0 or 1 to the last digit of a double.
const FAR = 8.5;

/**
 * Φ(x) to about the last digit: ½ + φ(x) Σ x^(2n+1) / (1 · 3 · … · (2n+1)), whose terms all have one
 * sign.
 */
export function normalDistribution(x: number): number {
  if (x > FAR) return 1;
  if (x < -FAR) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** φ(x). */
export function normalDensity(x: number): number {
  return Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
}
