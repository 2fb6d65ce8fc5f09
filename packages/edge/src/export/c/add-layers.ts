import { sizeOf } from '@sig/heads';
import type { Quantization } from '../../quantization/index.js';
import { foldLayers, type LayerStack, type PlacedLayer } from '../fold-layers.js';
import type { CBuffer, CProgram } from './c-program.js';
import { layerSteps } from './layer-steps.js';

/**
 * Adds the calls of layers one after the other.
 *
 * @throws RangeError that names the layer where it has no counterpart.
 */
export function addLayers(
  program: CProgram,
  start: CBuffer,
  stack: LayerStack,
  quantization?: Quantization,
): CBuffer {
  const comment = ({ name, inputShape, outputShape }: PlacedLayer): string =>
    `${name}: [${inputShape.join(', ')}] to [${outputShape.join(', ')}]`;
  return foldLayers(stack, start, {
    target: 'C',
    kinds: Object.fromEntries(
      Object.entries(layerSteps).map(([kind, add]) => [
        kind,
        (input: CBuffer, placed) =>
          add({ ...placed, program, input, quantization, comment: comment(placed) }),
      ]),
    ),
    residual(input, inside, { inputShape, name }) {
      const count = sizeOf(inputShape);
      // The layers inside may work in place.
      const kept = program.buffer(count);
      program.call('copy', [input, count, kept], `${name}: the way around`);
      const output = inside(input);
      program.call('add', [output, kept, count], `${name}: the sum`);
      return output;
    },
  });
}
