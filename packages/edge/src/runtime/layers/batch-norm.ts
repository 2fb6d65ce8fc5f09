import { type Build, channelsOf, output, sizeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planNormalise } from './plan-normalise.js';
import { realsOf } from './weights.js';

/** (x − mean) / √(variance + ε) · γ + β; where it can, it becomes part of the layer before it. */
export function batchNorm(build: Build, { epsilon }: LayerOptions): void {
  const channels = channelsOf(build);
  const [gamma, beta, mean, variance] = ['gamma', 'beta', 'mean', 'variance'].map((name) =>
    realsOf(build, name, channels),
  );
  const scale = gamma.map((factor, c) => factor / Math.sqrt(variance[c] + Number(epsilon)));
  if (!scale.every(Number.isFinite)) throw new RangeError('its variance must be above 0');
  const { epilogue } = build;
  // A reshape may be in between.
  if (epilogue?.columns === channels && epilogue.low < 0) {
    for (let c = 0; c < channels; c++) {
      epilogue.scale[c] *= scale[c];
      epilogue.bias[c] = (epilogue.bias[c] - mean[c]) * scale[c] + beta[c];
    }
    return;
  }
  const from = build.at;
  const rows = sizeOf(build.shape) / channels;
  const out = output(build, build.shape);
  build.epilogue = planNormalise(build.plan, from, rows, { mean, scale, shift: beta }, out);
}
