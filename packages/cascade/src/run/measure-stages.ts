import type { ImageSet } from '@sig/image-paths';
import { requireInteger } from '../arguments/require-integer.js';
import type { Stage } from '../stages/stage.js';
import { createStageInputs } from './stage-inputs.js';

export interface MeasureStagesOptions {
  /** Images that are timed one by one, after as many that are not (20). */
  readonly turns?: number;
}

/**
 * The same stages with the milliseconds that one image takes in each, on this machine: the median over
 * images that go through all stages one at a time, resizing and features included (features that an earlier
 * stage has computed are not).
 *
 * @throws RangeError when there is no image.
 *
 * @example
 * const timed = await measureStages(stages, images, { turns: 50 });
 */
export async function measureStages(
  stages: readonly Stage[],
  images: ImageSet,
  { turns = 20 }: MeasureStagesOptions = {},
): Promise<Stage[]> {
  requireInteger('turns', turns, 1);
  if (images.count === 0) throw new RangeError('stages are measured on images, got none');
  const size = images.width * images.height * images.channels;
  const times = stages.map(() => [] as number[]);
  for (let turn = -turns; turn < turns; turn++) {
    const at = (turn + turns) % images.count;
    const pixels = images.pixels.subarray(at * size, (at + 1) * size);
    const labels = images.labels.subarray(at, at + 1);
    const inputs = createStageInputs({ ...images, count: 1, pixels, labels }, stages);
    for (const [stage, asked] of stages.entries()) {
      const start = performance.now();
      await inputs.predict(asked, [0]);
      // Compiled code first.
      if (turn >= 0) times[stage].push(performance.now() - start);
    }
  }
  return stages.map((stage, at) => ({
    ...stage,
    cost: { ...stage.cost, milliseconds: median(times[at]) },
  }));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
