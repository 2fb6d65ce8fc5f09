const WIDEST = 28;

/** What stands behind the bar, besides the two counts. */
const REST = ' / · 59m59s left '.length;

/** Characters of a bar that leave room on the line for its name, its counts and the time left. */
export function barWidth(what: string, total: number, columns: number): number {
  const words = what.length + 1 + 2 * String(total).length + REST;
  return Math.max(0, Math.min(WIDEST, columns - words));
}
