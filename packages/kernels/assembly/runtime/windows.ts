/**
 * Each channel over windows of an image [height, width, channels] that has no margin: where there is
 * a kernel [sizeY, sizeX, channels] max(low, Σ pixel · weight · scale + bias), else the maximum. A
 * `weightBytes` of 0 takes the first weights for every pixel. Up to 12 bytes behind the output are
 * touched.
 */
export function windows(
  input: usize,
  width: i32,
  channels: i32,
  down: i32,
  across: i32,
  sizeY: i32,
  sizeX: i32,
  stride: i32,
  kernel: usize,
  weightBytes: i32,
  scale: usize,
  bias: usize,
  out: usize,
  low: f32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const step = <usize>stride * pixel;
  const floor = f32x4.splat(low);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++, out += pixel) {
      const window = input + <usize>(y * stride) * line + <usize>x * step;
      for (let c: usize = 0; c < pixel; c += 16) {
        let sum = kernel ? f32x4.splat(0) : v128.load(window + c);
        let weight = kernel + c;
        for (let ky = 0; ky < sizeY; ky++) {
          let at = window + <usize>ky * line + c;
          for (let kx = 0; kx < sizeX; kx++, at += pixel, weight += weightBytes) {
            const value = v128.load(at);
            sum = kernel
              ? f32x4.add(sum, f32x4.mul(value, v128.load(weight)))
              : f32x4.max(sum, value);
          }
        }
        if (kernel) {
          sum = f32x4.add(f32x4.mul(sum, v128.load(scale + c)), v128.load(bias + c));
          sum = f32x4.max(floor, sum);
        }
        v128.store(out + c, sum);
      }
    }
  }
}
