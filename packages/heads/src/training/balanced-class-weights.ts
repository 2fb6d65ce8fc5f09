/** n / (classes · n_c) for each class; 0 for a class without samples. */
export function balancedClassWeights(labels: ArrayLike<number>, classes: number): number[] {
  const counts = new Array<number>(classes).fill(0);
  for (let index = 0; index < labels.length; index++) counts[labels[index]]++;
  return counts.map((count) => (count === 0 ? 0 : labels.length / (classes * count)));
}
