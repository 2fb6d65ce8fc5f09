import { reserve } from '../plan.js';
import { type Build, integer, output, shapeOf } from './build.js';
import type { LayerOptions } from './layer-options.js';
import { planProduct } from './plan-product.js';
import { softmaxRows } from './softmax.js';

/** [length, channels], kept: softmax(Q Kᵀ / √keySize) V in each head, then a projection. */
export function multiHeadAttention(build: Build, options: LayerOptions): void {
  const [length, channels] = shapeOf(build, 2);
  const heads = integer(options.heads);
  const keySize = integer(options.keySize ?? channels / heads);
  const { at: from, plan } = build;
  const columns = heads * keySize;
  const into = { rows: length, rowStride: channels, inner: channels, columns };
  const [query, key, value] = ['query', 'key', 'value'].map((kernel) => {
    const out = reserve(plan, length * columns);
    planProduct(build, from, into, out, { kernel, bias: `${kernel}Bias` });
    return out;
  });
  const scores = reserve(plan, length * length);
  const context = reserve(plan, length * columns);
  plan.steps.push(() => (memory) => {
    const score = scores.at >> 2;
    for (let head = 0; head < heads; head++) {
      const [q, k, v, c] = [query, key, value, context].map(({ at }) => (at >> 2) + head * keySize);
      for (let i = 0; i < length; i++) {
        for (let j = 0; j < length; j++) {
          let sum = 0;
          for (let d = 0; d < keySize; d++) {
            sum += memory[q + i * columns + d] * memory[k + j * columns + d];
          }
          memory[score + i * length + j] = sum;
        }
      }
      softmaxRows(memory, score, length, length, 1 / Math.sqrt(keySize));
      for (let i = 0; i < length; i++) {
        for (let d = 0; d < keySize; d++) {
          let sum = 0;
          for (let j = 0; j < length; j++) {
            sum += memory[score + i * length + j] * memory[v + j * columns + d];
          }
          memory[c + i * columns + d] = sum;
        }
      }
    }
  });
  const out = output(build, [length, channels]);
  const outOf = { rows: length, rowStride: columns, inner: columns, columns: channels };
  const names = { kernel: 'output', bias: 'outputBias' };
  build.epilogue = planProduct(build, context, outOf, out, names);
}
