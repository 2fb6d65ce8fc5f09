/** out[s, t, c] = the maximum of in[s, t·size … t·size + size - 1, c]. */
export function maxPool1d(
  workspace: usize,
  input: usize,
  output: usize,
  samples: i32,
  length: i32,
  channels: i32,
  size: i32,
): void {
  const windows = length / size;
  const row = (<usize>channels) << 2;
  for (let sample = 0; sample < samples; sample++) {
    let from = input + <usize>(sample * length) * row;
    for (let window = 0; window < windows; window++, from += <usize>size * row) {
      let c = 0;
      for (; c + 4 <= channels; c += 4, output += 16) {
        let at = from + ((<usize>c) << 2);
        let best = v128.load(at);
        for (let k = 1; k < size; k++) best = f32x4.max(best, v128.load((at += row)));
        v128.store(output, best);
      }
      for (; c < channels; c++, output += 4) {
        let at = from + ((<usize>c) << 2);
        let best = load<f32>(at);
        for (let k = 1; k < size; k++) best = max(best, load<f32>((at += row)));
        store<f32>(output, best);
      }
    }
  }
}
