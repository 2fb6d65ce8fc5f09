/** The name of an option on the command line: `weightDecay` is `weight-decay`. */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
