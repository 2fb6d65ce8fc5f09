import type { Network } from '@sig/heads';
import type { Projection } from '../projection/projection.js';

/** Throws a RangeError unless a network puts out [width], or what a projection before that takes. */
export function requireFeatures(
  { shapes }: Network,
  { projection, width }: { projection?: Projection; width: number },
): void {
  const shape = shapes[shapes.length - 1];
  const wanted = projection ? projection.weight.length / projection.bias.length : width;
  if (`${shape}` !== `${wanted}`) {
    const name = projection ? 'projection' : 'references';
    throw new RangeError(`the ${name} must be of width ${shape} as the features, got ${wanted}`);
  }
}
