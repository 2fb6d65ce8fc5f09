import type { Network } from '@sig/heads';

/**
 * The shape [height, width, channels] of the images that a feature net takes: its input's, or where a
 * recipe makes that of bytes, what the first layer gives it.
 */
export function imageShape({ layers, inputShape, shapes }: Network): readonly number[] {
  return layers[0].kind === 'reshape' ? shapes[0] : inputShape;
}
