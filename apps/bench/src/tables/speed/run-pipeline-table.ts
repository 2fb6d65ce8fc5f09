import { join } from 'node:path';
import { decodeItems, readFolder } from '@sig/image-paths/node';
import { measureStep } from '../../pipeline/measure-step.js';
import type { PipelineFigures, PipelineTable, PipelineTableResult } from './pipeline-table.js';

/** Decodes images from all over a set's train, and measures steps of every network on them. */
export async function runPipelineTable(
  table: PipelineTable,
  {
    folder,
    quick = false,
    onExperiment,
  }: {
    /** Where the image sets are. */
    readonly folder: string;
    readonly quick?: boolean;
    readonly onExperiment?: (name: string, done: number, total: number) => void;
  },
): Promise<PipelineTableResult> {
  const { kind, name, title, about, judged, set, epochs, rows, threads: counts } = table;
  const { images: wanted, steps } = quick ? table.quickAmount : table.amount;
  const { classes, train } = await readFolder(join(folder, set, 'train'));
  // Images of a class may be alike.
  const apart = Math.max(1, train.length / wanted);
  const items = Array.from(
    { length: Math.min(wanted, train.length) },
    (_, place) => train[Math.floor(place * apart)],
  );
  const started = performance.now();
  const size = { width: 64, height: 64, channels: 3 } as const;
  const images = await decodeItems(items, { ...size, strict: true });
  const decode = ((performance.now() - started) * 1000) / images.count;
  const all: PipelineFigures[][] = [];
  for (const [at, row] of rows.entries()) {
    const figures: PipelineFigures[] = [];
    for (const [turn, threads] of counts.entries()) {
      const done = at * counts.length + turn;
      onExperiment?.(`${row.name}, threads: ${threads}`, done, rows.length * counts.length);
      const { augment, batch } = table;
      const step = await measureStep(row, { images, classes, threads, augment, batch, steps });
      figures.push({ threads, ...step });
    }
    all.push(figures);
  }
  const times = { decode, rows: all };
  const { count } = images;
  return { kind, name, title, about, judged, set, epochs, rows, quick, images: count, times };
}
