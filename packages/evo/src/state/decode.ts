const WORDS: Readonly<Record<string, number>> = {
  '-0': -0,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  NaN: Number.NaN,
};

/** The inverse of `encode`, except that typed arrays stay arrays. */
export function decode(value: unknown): unknown {
  if (typeof value === 'string') return Object.hasOwn(WORDS, value) ? WORDS[value] : value;
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, decode(field)]));
}
