import { type Build, output, sizeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';

/** max(0, x); where it can, it becomes part of the layer before it. */
export function relu(build: Build): void {
  if (build.epilogue) {
    build.epilogue.low = 0;
    return;
  }
  map(build, (x) => Math.max(0, x));
}

/** The activation of a product. */
export function rectify(build: Build, { activation }: LayerOptions): void {
  if (activation === 'relu') relu(build);
  else if (activation !== 'none') throw new RangeError('activation must be relu or none');
}

/**
 * x Φ(x), Φ the normal distribution function, to 8e-8 (Abramowitz and Stegun 1964, 7.1.26).
 */
export function gelu(build: Build): void {
  map(build, (x) => {
    const t = 1 / (1 + 0.3275911 * Math.SQRT1_2 * Math.abs(x));
    const p = (((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t;
    const tail = ((p + 0.254829592) * t * Math.exp((-x * x) / 2)) / 2;
    return x < 0 ? x * tail : x - x * tail;
  });
}

function map(build: Build, value: (x: number) => number): void {
  const from = build.at;
  const size = sizeOf(build.shape);
  const out = output(build, build.shape);
  build.plan.steps.push(() => (memory) => {
    const to = out.at >> 2;
    const at = from.at >> 2;
    for (let index = 0; index < size; index++) memory[to + index] = value(memory[at + index]);
  });
}
