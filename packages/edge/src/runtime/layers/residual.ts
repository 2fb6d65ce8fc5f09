import { type Buffer, reserve } from '../plan.js';
import { type Build, output, sizeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';

/** input + layers(input), the layers over buffers of their own. */
export function residual(
  build: Build,
  { layers }: LayerOptions,
  planLayers: (build: Build, layers: unknown) => void,
): void {
  const { at: from, shape, plan } = build;
  const pair: [Buffer, Buffer] = [reserve(plan, 0), reserve(plan, 0)];
  const inner: Build = { ...build, pair, epilogue: undefined };
  planLayers(inner, layers);
  if (`${inner.shape}` !== `${shape}`) {
    throw new RangeError(`its layers make [${inner.shape}] of [${shape}]`);
  }
  const size = sizeOf(shape);
  const out = output(build, shape);
  plan.steps.push(() => (memory) => {
    for (let index = 0; index < size; index++) {
      memory[(out.at >> 2) + index] =
        memory[(from.at >> 2) + index] + memory[(inner.at.at >> 2) + index];
    }
  });
}
