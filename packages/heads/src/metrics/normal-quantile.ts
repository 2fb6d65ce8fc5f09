/**
 * The value below which a standard normal variable lies with this probability, from 1/2 to below 1:
 * Newton's method on the distribution Φ, to the last digits of float64.
 *
 * @example
 * normalQuantile(0.975); // 1.95996…
 */
export function normalQuantile(probability: number): number {
  // Φ is concave from 0 on: the steps come from the left, and the last ones are but rounding.
  let x = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = x + (probability - distribution(x)) / density(x);
    if (!(next > x)) break;
    x = next;
  }
  return x;
}

const MOST_STEPS = 100;

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + x⁷/(3·5·7) + …), of Marsaglia, "Evaluating the Normal
 * Distribution", Journal of Statistical Software 11(4), 2004.
 */
function distribution(x: number): number {
  let sum = 0;
  let term = x;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (x * x) / odd;
  }
  return 0.5 + density(x) * sum;
}
