import type { OwnLayer } from '../own-layer.js';
import { addSegments } from './add-segments.js';

/** A deviation is the root of the variance and this. */
const VARIANCE_FLOOR = 1e-5;

/** The local signature field of depth 2 of a feature map: signatures of rows, of columns, moments. */
export const signatureField: OwnLayer = ({ options, inputShape }) => {
  const [height, width, channels] = inputShape;
  const { direction, moments } = options;
  const window = integer(options.window, 2, 256);
  const stride = integer(options.stride, 1, 2 ** 20);
  const windowsIn = (side: number): number => Math.floor((side - window) / stride) + 1;
  const down = windowsIn(height);
  const across = windowsIn(width);
  if (inputShape.length !== 3 || !(Math.min(down, across) > 0)) {
    throw new RangeError(`windows of ${window} do not fit [${inputShape}]`);
  }
  const both = direction === 'both';
  if (!both && direction !== 'rows' && direction !== 'columns') {
    throw new RangeError('direction must be rows, columns or both');
  }
  const words = channels + channels * channels;
  const signatures = words * (both ? 2 : 1);
  const place = signatures + (moments ? 2 * channels : 0);
  const row = width * channels;
  const band = across * place;
  const count = window * window;
  const of = { channels, window, stride };
  return {
    outputShape: [down, across, place],
    run(memory, from, to) {
      memory.fill(0, to, to + down * band);
      if (direction !== 'columns') {
        const lines = { lines: height, lineStride: row, steps: width, stepStride: channels };
        addSegments(memory, from, to, { ...of, ...lines, startStride: place, bandStride: band });
      }
      if (direction !== 'rows') {
        const lines = { lines: width, lineStride: channels, steps: height, stepStride: row };
        const at = both ? to + words : to;
        addSegments(memory, from, at, { ...of, ...lines, startStride: band, bandStride: place });
      }
      if (!moments) return;
      for (let top = 0, out = to + signatures; top < down; top++) {
        for (let left = 0; left < across; left++, out += place) {
          for (let channel = 0; channel < channels; channel++) {
            let sum = 0;
            let squares = 0;
            for (let y = 0; y < window; y++) {
              let at = from + (top * stride + y) * row + left * stride * channels + channel;
              for (let x = 0; x < window; x++, at += channels) {
                sum += memory[at];
                squares += memory[at] * memory[at];
              }
            }
            const mean = sum / count;
            memory[out + channel] = mean;
            memory[out + channels + channel] = Math.sqrt(
              Math.max(0, squares / count - mean * mean) + VARIANCE_FLOOR,
            );
          }
        }
      }
    },
  };
};

function integer(value: unknown, least: number, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) {
    return value;
  }
  throw new RangeError(`an option must be an integer from ${least} to ${most}, got ${value}`);
}
