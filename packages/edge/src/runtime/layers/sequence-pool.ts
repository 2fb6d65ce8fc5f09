import { reserve } from '../plan.js';
import { type Build, output, shapeOf } from './build.js';
import { planProduct } from './plan-product.js';
import { softmaxRows } from './softmax.js';

/** [length, channels] → [channels]: the mean over the positions, weighed by the softmax of ratings. */
export function sequencePool(build: Build): void {
  const [length, channels] = shapeOf(build, 2);
  const { at: from, plan } = build;
  const ratings = reserve(plan, length);
  const shape = { rows: length, rowStride: channels, inner: channels, columns: 1 };
  planProduct(build, from, shape, ratings);
  const out = output(build, [channels]);
  plan.steps.push(() => (memory) => {
    const weights = ratings.at >> 2;
    softmaxRows(memory, weights, 1, length, 1);
    for (let c = 0; c < channels; c++) {
      let sum = 0;
      for (let row = 0; row < length; row++) {
        sum += memory[weights + row] * memory[(from.at >> 2) + row * channels + c];
      }
      memory[(out.at >> 2) + c] = sum;
    }
  });
}
