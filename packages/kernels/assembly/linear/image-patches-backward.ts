import { windowCount } from './window-count';

/** Adds up the gradients of all windows that a pixel is in. */
export function imagePatchesBackward(
  workspace: usize,
  patchGradients: usize,
  inputGradient: usize,
  samples: i32,
  height: i32,
  width: i32,
  channels: i32,
  size: i32,
  stride: i32,
  padding: i32,
): void {
  const down = windowCount(height, size, stride, padding);
  const across = windowCount(width, size, stride, padding);
  const pixel = (<usize>channels) << 2;
  const row = <usize>size * pixel;
  const image = <usize>(height * width) * pixel;
  for (let s = 0; s < samples; s++, inputGradient += image) {
    memory.fill(inputGradient, 0, image);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const left = x * stride - padding;
        const before = <usize>max(0, -left) * pixel;
        const end = <usize>min(size, width - left) * pixel;
        for (let k = 0; k < size; k++, patchGradients += row) {
          const line = y * stride - padding + k;
          if (line < 0 || line >= height) continue;
          const to = inputGradient + <usize>(line * width + left) * pixel;
          let j = before;
          for (; j + 16 <= end; j += 16) {
            v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(patchGradients + j)));
          }
          for (; j < end; j += 4) {
            store<f32>(to + j, load<f32>(to + j) + load<f32>(patchGradients + j));
          }
        }
      }
    }
  }
}
