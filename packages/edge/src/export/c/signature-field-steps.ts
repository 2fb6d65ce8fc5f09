import { sizeOf } from '@sig/heads';
import { type CBuffer, within } from './c-program.js';
import type { LayerSteps } from './layer-steps.js';

/** Adds the local signature field of depth 2 of a feature map. */
export function addSignatureField(steps: LayerSteps): CBuffer {
  const { program, layer, input, inputShape, outputShape, comment } = steps;
  const { window, stride, direction, moments } = layer.options;
  const [height, width, channels] = inputShape;
  const [down, across, place] = outputShape;
  const field = program.buffer(sizeOf(outputShape));
  const row = width * channels;
  const band = across * place;
  const words = channels + channels * channels;
  const windows = [Number(window), Number(stride)];
  program.call('clear', [field, down * band], comment);
  let at = 0;
  const add = (lines: readonly number[], strides: readonly number[]): void => {
    const segments = [input, channels, ...lines, ...windows, program.buffer(words)];
    program.call('map_segments', [...segments, ...strides, within(field, at)]);
    at += words;
  };
  if (direction !== 'columns') add([height, row, width, channels], [place, band]);
  if (direction !== 'rows') add([width, channels, height, row], [band, place]);
  if (moments) {
    const sizes = [height, width, channels, ...windows, place];
    program.call('map_moments', [input, ...sizes, within(field, at)]);
  }
  return field;
}
