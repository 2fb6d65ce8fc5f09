/** Bytes of so many reals in whole vectors. */
export function wholeVectors(reals: i32): usize {
  return (<usize>((reals + 3) & ~3)) << 2;
}

/** As many lanes as there are reals, at most four; the others 0. Nothing behind the reals is read. */
export function loadPart(from: usize, reals: i32): v128 {
  if (reals > 3) return v128.load(from);
  if (reals == 1) return v128.load32_zero(from);
  const two = v128.load64_zero(from);
  return reals == 2 ? two : v128.load32_lane(from, two, 2, 8);
}

/** Writes as many lanes as there are reals, at most four. */
export function storePart(to: usize, vector: v128, reals: i32): void {
  if (reals > 3) {
    v128.store(to, vector);
  } else if (reals == 1) {
    v128.store32_lane(to, vector, 0);
  } else {
    v128.store64_lane(to, vector, 0);
    if (reals == 3) v128.store32_lane(to, vector, 2, 8);
  }
}
