import { quantise } from '@sig/kernels/runtime';
import { type Buffer, reserve } from '../plan.js';
import type { Build } from './build.js';
import type { Weights } from './weights.js';

/** How reals become integers: x ≈ scale · (q − zeroPoint). */
export interface IntegerRange {
  readonly scale: number;
  readonly zeroPoint: number;
}

/** The range of the input of the layer that is planned, where it computes in integers. */
export function rangeOf({ ranges, prefix }: Build, { data }: Weights): IntegerRange | undefined {
  const name = prefix.slice(0, -1);
  if (!ranges || !Object.hasOwn(ranges, name)) return undefined;
  const { scale, zeroPoint } = ranges[name];
  const right = scale > 0 && Number.isFinite(scale) && Math.abs(zeroPoint + 0.5) < 128;
  if (right && Number.isInteger(zeroPoint) && data instanceof Int8Array) return ranges[name];
  throw new RangeError('its integers have no scale and zeroPoint');
}

/** Plans q − zeroPoint of so many reals, as int16 or as reals; gives where. */
export function planIntegers(
  build: Build,
  from: Buffer,
  count: number,
  range: IntegerRange,
  reals = false,
): Buffer {
  const { plan, integers } = build;
  reserve(plan, reals ? count + 8 : Math.ceil(count / 2) + 8, integers);
  const options = { ...range, count, reals };
  plan.steps.push(() => quantise({ ...options, input: from.at, out: integers.at }));
  return integers;
}
