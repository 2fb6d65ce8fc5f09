/** Throws a TypeError unless `value` is one of `choices`. */
export function requireChoice(name: string, value: string, choices: readonly string[]): void {
  if (!choices.includes(value)) {
    const quoted = choices.map((choice) => `'${choice}'`);
    const last = quoted.pop();
    throw new TypeError(`${name} must be ${quoted.join(', ')} or ${last}, got ${String(value)}`);
  }
}
