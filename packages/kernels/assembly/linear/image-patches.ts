import { windowCount } from './window-count';

/** patches[s, y, x] = the window of the image at (y, x), [size, size, channels], zeros outside. */
export function imagePatches(
  workspace: usize,
  input: usize,
  patches: usize,
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
  for (let s = 0; s < samples; s++, input += <usize>(height * width) * pixel) {
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const left = x * stride - padding;
        const before = <usize>max(0, -left) * pixel;
        const end = <usize>min(size, width - left) * pixel;
        for (let k = 0; k < size; k++, patches += row) {
          const line = y * stride - padding + k;
          if (line < 0 || line >= height) {
            memory.fill(patches, 0, row);
            continue;
          }
          const from = input + <usize>(line * width + left) * pixel;
          let j: usize = 0;
          for (; j < before; j += 4) store<f32>(patches + j, 0);
          for (; j + 16 <= end; j += 16) v128.store(patches + j, v128.load(from + j));
          for (; j < end; j += 4) store<f32>(patches + j, load<f32>(from + j));
          for (; j < row; j += 4) store<f32>(patches + j, 0);
        }
      }
    }
  }
}
