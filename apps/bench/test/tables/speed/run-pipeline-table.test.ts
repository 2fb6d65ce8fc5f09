import { afterAll, beforeAll, expect, it } from 'vitest';
import { pipelineSpeed } from '../../../src/tables/speed/pipeline.js';
import { runPipelineTable } from '../../../src/tables/speed/run-pipeline-table.js';
import { writeToySets } from '../../toy-set.js';

let sets: Awaited<ReturnType<typeof writeToySets>>;
beforeAll(async () => {
  sets = await writeToySets();
});
afterAll(() => sets.remove());

it('measures every stage of each network on images from all over a set', async () => {
  const table = {
    ...pipelineSpeed,
    ...{ set: 'toy', batch: 4, quickAmount: { images: 5, steps: 5 }, threads: [1] },
    rows: pipelineSpeed.rows.slice(0, 1),
  };
  const { times, images } = await runPipelineTable(table, { folder: sets.folder, quick: true });
  expect(images).toBe(5);
  expect(times.decode).toBeGreaterThan(0);
  expect(times.rows).toHaveLength(1);
  const [[{ threads, augment, features }]] = times.rows;
  expect(threads).toBe(1);
  expect(augment).toBeGreaterThan(0);
  expect(features).toBeGreaterThan(0);
});
