/** output = max(0, input). */
export function relu(workspace: usize, input: usize, output: usize, count: i32): void {
  const zero = f32x4.splat(0);
  const end = input + ((<usize>count) << 2);
  for (; input + 16 <= end; input += 16, output += 16) {
    v128.store(output, f32x4.max(v128.load(input), zero));
  }
  for (; input < end; input += 4, output += 4) store<f32>(output, max(load<f32>(input), 0));
}
