/** Maps values to 0 … 1 along an axis and says where to put its marks. */
export interface Axis {
  place(value: number): number;
  readonly ticks: readonly number[];
  readonly isLog: boolean;
}

/** An axis for these finite values: logarithmic where asked for and all are above 0. */
export function createAxis(values: readonly number[], wantsLog: boolean): Axis {
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  if (values.length === 0) return createAxis([0, 1], false);
  return wantsLog && low > 0 ? logAxis(low, high) : linearAxis(low, high);
}

function logAxis(low: number, high: number): Axis {
  const first = Math.floor(Math.log10(low));
  const last = Math.max(first + 1, Math.ceil(Math.log10(high)));
  const step = Math.ceil((last - first) / 6);
  const ticks: number[] = [];
  for (let exponent = first; exponent <= last; exponent += step) {
    ticks.push(Number(`1e${exponent}`));
  }
  return {
    place: (value) => (Math.log10(value) - first) / (last - first),
    ticks,
    isLog: true,
  };
}

function linearAxis(low: number, high: number): Axis {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * step);
  return {
    place: (value) => (value / step - first) / (last - first),
    ticks,
    isLog: false,
  };
}

/** A mark's number, short. */
export function tickLabel(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e5 || size < 1e-3) return value.toExponential().replace('e+', 'e');
  return String(Number(value.toPrecision(6)));
}
