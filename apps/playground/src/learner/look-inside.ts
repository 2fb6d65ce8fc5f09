import { createFeatures, fitImage } from '@sig/image-paths';
import { createEngine, type KernelCall } from '@sig/kernels';
import type { Inside, Pixels } from '../link/learner.js';
import type { CurrentModel } from './current-model.js';
import { rawImage } from './image-samples.js';

/** The pixels and the features that a model sees of an image. */
export function lookInside({ model: { recipe } }: CurrentModel, image: Pixels): Inside {
  const { width, height, fit, transform, direction, depth, time } = recipe;
  const channels = recipe.channels === 'rgb' ? 3 : 1;
  const { data } = fitImage(rawImage(image), { width, height, channels, fit });
  const { inputBytes, modules, push, shape } = createFeatures(recipe);
  const size = shape.reduce((product, extent) => product * extent, 1);
  const engine = createEngine({ modules });
  // What the features need beside their input must lie in memory before it.
  push([], engine, 0, 0, 1);
  const input = engine.allocate(inputBytes);
  const output = engine.allocateReals(size);
  engine.bytesAt(input, inputBytes).set(data);
  const program: KernelCall[] = [];
  push(program, engine, input, output, 1);
  engine.run([program]);
  return {
    ...{ width, height, channels, transform, direction, depth, time, shape },
    pixels: Uint8Array.from(data),
    features: Float32Array.from(engine.realsAt(output, size)),
  };
}
