/**
 * P(χ² ≥ x) with k degrees of freedom. For whole k the regularised incomplete gamma function is a finite sum
 * (Abramowitz and Stegun 1964, 26.4.4 and 26.4.5), for odd k beside the tail of a normal distribution.
 */
export function chiSquaredTail(x: number, degrees: number): number {
  if (!(x > 0)) return 1;
  const isEven = degrees % 2 === 0;
  let term = isEven ? Math.exp(-x / 2) : 2 * density(Math.sqrt(x)) * Math.sqrt(x);
  let sum = isEven ? term : erfc(Math.sqrt(x / 2));
  for (let k = isEven ? 2 : 1; k < degrees; k += 2) {
    if (k > 1) term *= x / k;
    sum += term;
  }
  return Math.min(1, sum);
}

function density(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/** The complementary error function for z ≥ 0, by its series or, far out, its continued fraction. */
function erfc(z: number): number {
  const scale = (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z);
  if (z < 2.5) {
    // e^(−z²) Σ 2^n z^(2n+1) / (2n+1)!!, all terms of one sign (7.1.6).
    let term = z;
    let sum = z;
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= (2 * z * z) / (2 * n + 1);
      sum += term;
    }
    return 1 - scale * sum;
  }
  // 1 / (z + (1/2) / (z + 1 / (z + (3/2) / …))) (7.1.14).
  let fraction = z;
  for (let n = 60; n >= 1; n--) fraction = z + n / 2 / fraction;
  return scale / 2 / fraction;
}
