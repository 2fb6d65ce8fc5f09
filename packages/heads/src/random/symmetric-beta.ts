/**
 * A number from 0 to 1 with the distribution Beta(alpha, alpha), for alpha above 0 and at most 1
 * (Jöhnk 1964: of two uniform numbers to the power 1 / alpha, the first one's share of their sum, where
 * that is at most 1).
 */
export function symmetricBeta(alpha: number, random: () => number): number {
  for (;;) {
    const [one, other] = [random(), random()];
    const first = one ** (1 / alpha);
    const sum = first + other ** (1 / alpha);
    if (sum > 0 && sum <= 1) return first / sum;
    // Powers too small for a number still have a ratio.
    const share = 1 / (1 + Math.exp((Math.log(other) - Math.log(one)) / alpha));
    if (sum === 0 && !Number.isNaN(share)) return share;
  }
}
