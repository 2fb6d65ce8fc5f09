import type { OwnLayer } from '../own-layer.js';
import { spend } from '../plan.js';
import { type Build, output } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { weightsOf } from './weights.js';

/** Plans a layer of one's own. */
export function planOwnLayer(build: Build, layer: OwnLayer, options: LayerOptions): void {
  const { shape: inputShape, at: from, plan } = build;
  const weight = (name: string, size: number, columns: number): Float32Array => {
    const { data, scale } = weightsOf(build, name, size, columns);
    if (data instanceof Float32Array) return data;
    spend(plan, size);
    return Float32Array.from(data, (q, at) => q * (scale?.[at % columns] ?? 1));
  };
  const { outputShape, run } = layer({ options, inputShape, weight });
  const to = output(build, outputShape);
  plan.steps.push(() => (memory) => run(memory, from.at >> 2, to.at >> 2));
}
