/**
 * How many rows of so many columns are a whole number of vectors. Rows of few columns are taken that
 * many at a time, as one, or most of the columns would go one by one.
 */
export function rowsInVectors(rows: i32, columns: i32): i32 {
  if (!(columns & 3) || columns > 32) return 1;
  const count = columns & 1 ? 4 : 2;
  return rows < count ? 1 : count;
}

/** The columns so many times, one after another; returns where they end. */
export function repeatColumns(to: usize, from: usize, columns: i32, times: i32): usize {
  const width = (<usize>columns) << 2;
  for (let time = 0; time < times; time++, to += width) memory.copy(to, from, width);
  return to;
}
