/**
 * values[k] becomes the sum of values[k], values[k − channels] and so on, in integers. The `channels`
 * values before the first are room, and become 0: the sums of none.
 */
export function runningSums(values: usize, count: i32, channels: i32): void {
  const back = (<usize>channels) << 2;
  const end = values + ((<usize>count) << 2);
  memory.fill(values - back, 0, back);
  if (channels == 1) {
    let sum = 0;
    for (; values < end; values += 4) {
      sum += load<i32>(values);
      store<i32>(values, sum);
    }
    return;
  }
  for (; values < end; values += 4) {
    store<i32>(values, load<i32>(values) + load<i32>(values - back));
  }
}
