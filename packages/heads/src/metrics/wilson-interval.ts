import {
  type ConfidenceInterval,
  type ConfidenceOptions,
  checkLevel,
} from './confidence-interval.js';
import { normalQuantile } from './normal-quantile.js';

/**
 * The score interval of a share, such as an accuracy, without correction for continuity (Wilson,
 * "Probable inference, the law of succession, and statistical inference", JASA 22, 1927): all shares p
 * with |p̂ − p| ≤ z √(p (1 − p) / n). It stays within 0 and 1 and keeps a width where all or none are
 * right.
 *
 * @param hits samples that are right, of `count` samples.
 * @throws RangeError when hits and count are no integers with 0 ≤ hits ≤ count and count ≥ 1.
 *
 * @example
 * wilsonInterval(81, 263); // { low: 0.2553, high: 0.3662 }
 */
export function wilsonInterval(
  hits: number,
  count: number,
  { level = 0.95 }: ConfidenceOptions = {},
): ConfidenceInterval {
  checkLevel(level);
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`count must be an integer of at least 1, got ${count}`);
  }
  if (!Number.isSafeInteger(hits) || hits < 0 || hits > count) {
    throw new RangeError(`hits must be an integer from 0 to ${count}, got ${hits}`);
  }
  const z = normalQuantile((1 + level) / 2);
  const share = hits / count;
  const centre = share + (z * z) / (2 * count);
  const spread = z * Math.sqrt((share * (1 - share)) / count + (z / (2 * count)) ** 2);
  const scale = 1 + (z * z) / count;
  return {
    // Rounding must not leave a bound beyond what is exactly 0 or 1.
    low: hits === 0 ? 0 : (centre - spread) / scale,
    high: hits === count ? 1 : (centre + spread) / scale,
  };
}
