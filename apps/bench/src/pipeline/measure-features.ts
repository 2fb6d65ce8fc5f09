import { timingOf } from '@sig/edge/measure';
import type { ImageSet } from '@sig/image-paths';
import type { Engine, Features, KernelCall } from '@sig/kernels';
import { WARM_STEPS } from './warm-steps.js';

/** Milliseconds of the features of a batch, the median. */
export function measureFeatures(
  engine: Engine,
  features: Features,
  images: ImageSet,
  { batch, steps }: { readonly batch: number; readonly steps: number },
): number {
  // They may enlarge the workspace, which must lie below what is freed.
  features.push([], engine, 0, 0, 1);
  const release = engine.frame();
  const size = features.shape.reduce((product, extent) => product * extent, 1);
  const samples = engine.allocate(batch * features.inputBytes);
  const output = engine.allocateReals(batch * size);
  for (let place = 0; place < batch; place++) {
    const start = (place % images.count) * features.inputBytes;
    const pixels = images.pixels.subarray(start, start + features.inputBytes);
    engine.bytesAt(samples + place * features.inputBytes, features.inputBytes).set(pixels);
  }
  const programs = Array.from({ length: engine.threads }, (_, thread) => {
    const first = Math.floor((thread * batch) / engine.threads);
    const count = Math.floor(((thread + 1) * batch) / engine.threads) - first;
    const program: KernelCall[] = [];
    const from = samples + first * features.inputBytes;
    features.push(program, engine, from, output + first * size * engine.realBytes, count);
    return program;
  });
  const times = Array.from({ length: steps }, () => {
    const started = performance.now();
    engine.run(programs);
    return performance.now() - started;
  });
  release();
  return timingOf(times.slice(WARM_STEPS)).median;
}
