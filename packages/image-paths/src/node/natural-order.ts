// A fixed language, so that the order is the same on every machine.
const { compare } = new Intl.Collator('en', { numeric: true });

/**
 * Compares names in natural order, 2 before 10, for `sort`. Names that count as alike, such as 1 and 01,
 * go by their characters: no two names leave the order to the file system.
 *
 * @example
 * ['img10', 'img2', 'img02'].sort(naturalOrder); // ['img02', 'img2', 'img10']
 */
export function naturalOrder(a: string, b: string): number {
  return compare(a, b) || Number(a > b) - Number(a < b);
}
