/** flipped[k, f, c] = filters[size - 1 - k, c, f]: the filters of a convolution's input gradient. */
export function flipFilters(
  workspace: usize,
  filters: usize,
  flipped: usize,
  size: i32,
  channels: i32,
  count: i32,
): void {
  for (let k = size - 1; k >= 0; k--) {
    for (let f = 0; f < count; f++) {
      let from = filters + ((<usize>(k * channels * count + f)) << 2);
      for (let c = 0; c < channels; c++, flipped += 4, from += (<usize>count) << 2) {
        store<f32>(flipped, load<f32>(from));
      }
    }
  }
}
