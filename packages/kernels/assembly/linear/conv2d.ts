import { microKernelOverLines } from './conv2d-micro-kernel';
import { packB } from './gemm-pack';
import { storeTile } from './gemm-store';
import { windowCount } from './window-count';

/**
 * Images convolved with filters [size, size, channels, filters], plus a bias, then max(0, ·) if asked.
 * The product of windows and filters as `gemm` makes it, but the windows are read where they lie in
 * the image: copying them out takes as long as the product where there are few filters.
 *
 * @param scratch the filters in panels of eight, [panel][size · size · channels][8], and an image with
 * zeros around it.
 */
export function conv2d(
  workspace: usize,
  input: usize,
  kernel: usize,
  bias: usize,
  output: usize,
  scratch: usize,
  filters: i32,
  relu: i32,
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
  const inner = size * size * channels;
  const panel = (<usize>inner) << 5;
  const pixel = (<usize>channels) << 2;
  const line = <usize>(width + 2 * padding) * pixel;
  const framed = scratch + <usize>((filters + 7) >> 3) * panel;
  packB(scratch, kernel, filters, 0, 0, 0, inner, filters);
  if (padding) memory.fill(framed, 0, <usize>(height + 2 * padding) * line);
  for (let s = 0; s < samples; s++, input += <usize>(height * width) * pixel) {
    let image = input;
    if (padding) {
      image = framed;
      frame(framed + <usize>padding * (line + pixel), input, height, <usize>width * pixel, line);
    }
    for (let y = 0; y < down; y++) {
      const top = image + <usize>(y * stride) * line;
      for (let j = 0, weights = scratch; j < filters; j += 8, weights += panel) {
        const columns = min(8, filters - j);
        const biasHere: usize = bias ? bias + ((<usize>j) << 2) : 0;
        let target = output + ((<usize>j) << 2);
        for (let x = 0; x < across; x += 4, target += (<usize>filters) << 4) {
          const count = min(4, across - x);
          const whole = count == 4 && columns == 8;
          const out = whole ? target : workspace;
          const outStride = whole ? filters << 2 : 32;
          const window = top + <usize>(x * stride) * pixel;
          const step = <usize>stride * pixel;
          microKernelOverLines(
            out,
            outStride,
            window,
            step,
            count,
            size,
            line,
            <usize>size * pixel,
            weights,
          );
          if (!whole || biasHere || relu) {
            storeTile(target, filters, out, outStride, count, columns, biasHere, relu != 0);
          }
        }
      }
      output += (<usize>(across * filters)) << 2;
    }
  }
}

/** Copies the lines of an image into the middle of a larger one. */
function frame(to: usize, from: usize, height: i32, bytes: usize, line: usize): void {
  for (let y = 0; y < height; y++, to += line, from += bytes) memory.copy(to, from, bytes);
}
