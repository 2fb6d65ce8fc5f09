/** A recipe from outside, about which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** An integer among the fields of a recipe from outside. */
export function integerField(
  fields: Fields,
  name: string,
  minimum: number,
  maximum: number,
): number {
  const value = fields[name];
  if (typeof value !== 'number') {
    throw new TypeError(
      `${name} must be an integer from ${minimum} to ${maximum}, got ${describe(value)}`,
    );
  }
  if (!Number.isInteger(value) || value < minimum || value > maximum) {
    throw new RangeError(`${name} must be an integer from ${minimum} to ${maximum}, got ${value}`);
  }
  return value;
}

/** One of some words. */
export function choiceField<T extends string>(
  fields: Fields,
  name: string,
  choices: readonly T[],
): T {
  const found = choices.find((choice) => choice === fields[name]);
  if (found === undefined) {
    throw new RangeError(
      `${name} must be one of ${choices.join(', ')}, got ${describe(fields[name])}`,
    );
  }
  return found;
}

/** True or false. */
export function flagField(fields: Fields, name: string): boolean {
  const value = fields[name];
  if (typeof value !== 'boolean') {
    throw new TypeError(`${name} must be true or false, got ${describe(value)}`);
  }
  return value;
}

/** A value from outside, short enough for one line. */
export function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value).slice(0, 40);
}
