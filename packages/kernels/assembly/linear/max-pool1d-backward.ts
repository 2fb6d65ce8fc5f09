/** Sends each output's gradient to the first maximum of its window; everything else gets 0. */
export function maxPool1dBackward(
  workspace: usize,
  input: usize,
  output: usize,
  outputGradient: usize,
  inputGradient: usize,
  samples: i32,
  length: i32,
  channels: i32,
  size: i32,
): void {
  const windows = length / size;
  const row = (<usize>channels) << 2;
  const rest = <usize>(length - windows * size) * row;
  const toGradient = inputGradient - input;
  for (let sample = 0; sample < samples; sample++) {
    for (let window = 0; window < windows; window++, input += <usize>size * row) {
      let c = 0;
      for (; c + 4 <= channels; c += 4, output += 16, outputGradient += 16) {
        const best = v128.load(output);
        let left = v128.load(outputGradient);
        let at = input + ((<usize>c) << 2);
        for (let k = 0; k < size; k++, at += row) {
          const hit = f32x4.eq(v128.load(at), best);
          v128.store(at + toGradient, v128.and(left, hit));
          left = v128.andnot(left, hit);
        }
      }
      for (; c < channels; c++, output += 4, outputGradient += 4) {
        const best = load<f32>(output);
        let left = load<f32>(outputGradient);
        let at = input + ((<usize>c) << 2);
        for (let k = 0; k < size; k++, at += row) {
          const hit = load<f32>(at) == best;
          store<f32>(at + toGradient, hit ? left : 0);
          if (hit) left = 0;
        }
      }
    }
    memory.fill(input + toGradient, 0, rest);
    input += rest;
  }
}
