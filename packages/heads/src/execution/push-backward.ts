import type { KernelCall } from '@sig/kernels';
import type { LayerCall } from '../layers/layer.js';
import type { Lane } from './lane.js';
import type { NetworkMemory } from './network-memory.js';

/**
 * Pushes the backward passes, last layer first. The gradient of the logits must stand in the last of
 * the lane's value gradients.
 */
export function pushBackward(
  program: KernelCall[],
  { engine, layers, places }: NetworkMemory,
  lane: Lane,
  calls: readonly LayerCall[],
): void {
  // Nothing before the first layer with parameters needs a gradient.
  const lowest = places.byLayer.findIndex((offsets) => offsets.length > 0);
  if (lowest < 0) return;
  for (let index = layers.length - 1; index >= lowest; index--) {
    layers[index].backward(program, {
      ...calls[index],
      outputGradient: lane.valueGradients[index + 1],
      inputGradient: index === lowest ? 0 : lane.valueGradients[index],
      gradients: places.byLayer[index].map((offset) => lane.gradients + offset * engine.realBytes),
    });
  }
}
