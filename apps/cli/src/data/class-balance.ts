/** How many images of a class there are. */
export interface ClassCount {
  readonly name: string;
  readonly count: number;
  /** Of all images. */
  readonly share: number;
}

/** The images of each class, in the order of the classes. */
export function classBalance(labels: ArrayLike<number>, classes: readonly string[]): ClassCount[] {
  const counts = new Array<number>(classes.length).fill(0);
  for (let index = 0; index < labels.length; index++) counts[labels[index]]++;
  return classes.map((name, label) => {
    const count = counts[label];
    return { name, count, share: labels.length === 0 ? 0 : count / labels.length };
  });
}
