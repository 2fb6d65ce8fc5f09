import type { Features, ImageSet } from '@sig/image-paths';
import { createEngine, type KernelCall } from '@sig/kernels';

/** Images at a time. */
const BATCH = 32;

/** Makes the features of all images of a set, [count, …shape], on one engine that is kept. */
export function createFeatureMaker({
  inputBytes,
  shape,
  modules,
  push,
}: Features): (images: ImageSet) => Float32Array {
  const size = shape.reduce((product, extent) => product * extent, 1);
  const engine = createEngine({ modules });
  const input = engine.allocate(BATCH * inputBytes);
  const output = engine.allocateReals(BATCH * size);
  return ({ pixels, count }) => {
    const result = new Float32Array(count * size);
    for (let start = 0; start < count; start += BATCH) {
      const some = Math.min(BATCH, count - start);
      const program: KernelCall[] = [];
      push(program, engine, input, output, some);
      const bytes = pixels.subarray(start * inputBytes, (start + some) * inputBytes);
      engine.bytesAt(input, some * inputBytes).set(bytes);
      engine.run([program]);
      result.set(engine.realsAt(output, some * size), start * size);
    }
    return result;
  };
}
