const INTEGER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 1,234,567 */
export function formatCount(value: number): string {
  return INTEGER.format(value);
}

/** 98.15 % */
export function formatPercent(share: number, digits = 2): string {
  return `${(100 * share).toFixed(digits)} %`;
}

/** 95 %, 99.9 % */
export function formatLevel(level: number): string {
  return `${Number((100 * level).toPrecision(6))} %`;
}

/** 46.2 kB, 1.54 MB */
export function formatBytes(bytes: number): string {
  if (bytes < 1e3) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  if (bytes < 1e9) return `${(bytes / 1e6).toFixed(2)} MB`;
  return `${(bytes / 1e9).toFixed(2)} GB`;
}

/** 4.2 s, 3 min 20 s, 2 h 5 min */
export function formatSeconds(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** 0.149 ms, 7.62 ms, 44.1 ms, 1,234 ms */
export function formatMilliseconds(milliseconds: number): string {
  const digits = Math.max(0, 2 - Math.max(-1, Math.floor(Math.log10(milliseconds))));
  return `${milliseconds < 1000 ? milliseconds.toFixed(digits) : formatCount(milliseconds)} ms`;
}

/** Multiply-adds: 845,362 or 1.69 M */
export function formatMacs(macs: number): string {
  return macs < 1e6 ? formatCount(macs) : `${(macs / 1e6).toFixed(2)} M`;
}
