/** A copy in random order (Fisher and Yates). */
export function shuffle(items: ArrayLike<number>, random: () => number): Int32Array {
  const shuffled = Int32Array.from(items);
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const held = shuffled[last];
    shuffled[last] = shuffled[other];
    shuffled[other] = held;
  }
  return shuffled;
}
