import { type Build, channelsOf, output, sizeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { realsOf } from './weights.js';

/** Mean 0 and variance 1 over the last axis, then times γ plus β (Ba et al. 2016, equation 4). */
export function layerNorm(build: Build, { epsilon }: LayerOptions): void {
  const channels = channelsOf(build);
  if (!(Number(epsilon) > 0)) throw new RangeError('its epsilon must be above 0');
  const gamma = realsOf(build, 'gamma', channels);
  const beta = realsOf(build, 'beta', channels);
  const from = build.at;
  const size = sizeOf(build.shape);
  const out = output(build, build.shape);
  build.plan.steps.push(() => (memory) => {
    let at = from.at >> 2;
    let to = out.at >> 2;
    for (const end = at + size; at < end; at += channels, to += channels) {
      let mean = 0;
      for (let c = 0; c < channels; c++) mean += memory[at + c] / channels;
      let variance = 0;
      for (let c = 0; c < channels; c++) variance += (memory[at + c] - mean) ** 2 / channels;
      const scale = 1 / Math.sqrt(variance + Number(epsilon));
      for (let c = 0; c < channels; c++) {
        memory[to + c] = (memory[at + c] - mean) * scale * gamma[c] + beta[c];
      }
    }
  });
}
