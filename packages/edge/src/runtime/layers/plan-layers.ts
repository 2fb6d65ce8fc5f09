import { gelu, relu } from './activations.js';
import { batchNorm } from './batch-norm.js';
import type { Build } from './build.js';
import { conv1d } from './conv1d.js';
import { conv2d } from './conv2d.js';
import { dense } from './dense.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';
import { layerNorm } from './layer-norm.js';
import type { LayerOptions } from './layer-options.js';
import { multiHeadAttention } from './multi-head-attention.js';
import { planOwnLayer } from './plan-own-layer.js';
import { avgPool2d, globalAvgPool2d, maxPool1d, maxPool2d } from './pools.js';
import { residual } from './residual.js';
import { sequencePool } from './sequence-pool.js';
import { dropout, flatten, reshape } from './shapes.js';
import { softmax } from './softmax.js';

type PlanLayer = (
  build: Build,
  options: LayerOptions,
  planLayers: (build: Build, layers: unknown) => void,
) => void;

const LAYERS: Readonly<Record<string, PlanLayer>> = {
  avgPool2d,
  batchNorm,
  conv1d,
  conv2d,
  dense,
  depthwiseConv2d,
  dropout,
  flatten,
  gelu,
  globalAvgPool2d,
  layerNorm,
  maxPool1d,
  maxPool2d,
  multiHeadAttention,
  relu,
  reshape,
  residual,
  sequencePool,
  softmax,
};

/** Plans the layers that an architecture's JSON lists, one after another. */
export function planLayers(build: Build, layers: unknown): void {
  if (!Array.isArray(layers)) throw new TypeError('an architecture must have layers');
  const { prefix, own } = build;
  for (const [place, { kind, options }] of layers.entries()) {
    const name = `${place} (${String(kind).slice(0, 40)})`;
    const known = Object.hasOwn(LAYERS, kind);
    if (!known && !Object.hasOwn(own, kind))
      throw new RangeError(`layer ${name} is not known here`);
    build.prefix = `${prefix}${place}.${kind}.`;
    try {
      if (known) LAYERS[kind](build, options, planLayers);
      else planOwnLayer(build, own[kind], options);
    } catch (error) {
      throw new RangeError(`layer ${name}: ${(error as Error).message}`);
    }
  }
}
