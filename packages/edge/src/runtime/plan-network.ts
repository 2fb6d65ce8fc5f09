import { type Build, integer, output, sizeOf } from './layers/build.js';
import { planLayers } from './layers/plan-layers.js';
import { planNormalise } from './layers/plan-normalise.js';
import { realsOf } from './layers/weights.js';
import type { OwnLayers } from './own-layer.js';
import { type Buffer, type Plan, reserve } from './plan.js';
import type { PlannedFeatures } from './plan-features.js';
import type { RuntimeModel } from './read-model.js';

/** Plans the network of a model over features; gives where its logits will be. */
export function planNetwork(
  plan: Plan,
  { architecture, tensors, labels, ranges }: RuntimeModel,
  { features, shape }: PlannedFeatures,
  own: OwnLayers = {},
): Buffer {
  const build: Build = {
    plan,
    tensors,
    prefix: 'standardisation.',
    shape,
    at: features,
    pair: [reserve(plan, 0), reserve(plan, 0)],
    scratch: reserve(plan, 0),
    unpacked: reserve(plan, 0),
    integers: reserve(plan, 0),
    ranges,
    own,
  };
  if (`${architecture.inputShape}` !== `${shape}`) {
    throw new RangeError(`its recipe makes [${shape}], its layers take ${architecture.inputShape}`);
  }
  if ('standardisation.mean' in tensors) {
    // One for each column, or for each channel of pixels.
    const columns = integer(tensors['standardisation.mean'].data.length);
    const rows = integer(sizeOf(shape) / columns);
    const [mean, scale] = ['mean', 'scale'].map((name) => realsOf(build, name, columns));
    const shift = new Float32Array(columns);
    planNormalise(plan, features, rows, { mean, scale, shift }, output(build, shape));
  }
  build.prefix = '';
  planLayers(build, architecture.layers);
  if (build.shape.length !== 1 || sizeOf(build.shape) !== labels.length) {
    throw new RangeError(`its layers end in [${build.shape}], it has ${labels.length} labels`);
  }
  return build.at;
}
