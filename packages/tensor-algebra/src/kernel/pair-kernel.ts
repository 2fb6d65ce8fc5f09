import { goursat } from './goursat.js';
import type { SignatureKernelOptions } from './signature-kernel-options.js';

/** The signature kernel of two paths of dense points. */
export function pairKernel(
  x: Float64Array,
  y: Float64Array,
  channels: number,
  { refinement = 0, sigma }: SignatureKernelOptions,
): number {
  const rows = x.length / channels - 1;
  const columns = y.length / channels - 1;
  const products =
    sigma === undefined
      ? linearProducts(x, y, channels)
      : gaussianProducts(x, y, channels, 1 / (2 * sigma * sigma));
  return goursat(products, rows, columns, refinement);
}

function linearProducts(x: Float64Array, y: Float64Array, channels: number): Float64Array {
  const [left, right] = [increments(x, channels), increments(y, channels)];
  const products = new Float64Array((left.length / channels) * (right.length / channels));
  let to = 0;
  for (let row = 0; row < left.length; row += channels) {
    for (let column = 0; column < right.length; column += channels) {
      let sum = 0;
      for (let c = 0; c < channels; c++) sum += left[row + c] * right[column + c];
      products[to++] = sum;
    }
  }
  return products;
}

function increments(points: Float64Array, channels: number): Float64Array {
  const found = new Float64Array(points.length - channels);
  for (let at = 0; at < found.length; at++) found[at] = points[at + channels] - points[at];
  return found;
}

/** In the space of the Gaussian kernel: second differences of the kernel of points. */
function gaussianProducts(
  x: Float64Array,
  y: Float64Array,
  channels: number,
  sharpness: number,
): Float64Array {
  const products = new Float64Array((x.length / channels - 1) * (y.length / channels - 1));
  const similarities = (row: number): Float64Array =>
    Float64Array.from({ length: y.length / channels }, (_, column) => {
      let squared = 0;
      for (let c = 0; c < channels; c++) {
        squared += (x[row * channels + c] - y[column * channels + c]) ** 2;
      }
      return Math.exp(-squared * sharpness);
    });
  let to = 0;
  let above = similarities(0);
  for (let row = 1; row < x.length / channels; row++) {
    const below = similarities(row);
    for (let column = 1; column < below.length; column++) {
      products[to++] = below[column] - below[column - 1] - (above[column] - above[column - 1]);
    }
    above = below;
  }
  return products;
}
