import type { PipelineTableResult } from '../tables/speed/pipeline-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** Each stage's time an image and its share, of a first epoch and of a training, which decodes it once. */
export function pipelineMarkdown(result: PipelineTableResult): string {
  const { title, about, quick, images, epochs, rows, times } = result;
  const said = quickMark(quick);
  const header = [
    ...['network', 'threads', 'stage', 'µs an image', 'images/s'],
    ...['first epoch', `${epochs} epochs`],
  ];
  const body = rows.flatMap(({ name }, at) =>
    times.rows[at].flatMap(({ threads, augment, features, step }) => {
      const { decode } = times;
      const later = augment + features + step;
      const all = decode + epochs * later;
      const line = (stage: string, time: number): string[] => [
        ...[name, `${threads}`, stage],
        said(time.toFixed(1)),
        said((1e6 / time).toFixed(0)),
      ];
      const part = (stage: string, time: number, seen: number): string[] => [
        ...line(stage, time),
        said(percent(time / (decode + later))),
        said(percent((time * seen) / all)),
      ];
      return [
        part('decode and resize', decode, 1),
        part('augment', augment, epochs),
        part('features', features, epochs),
        part('layers and optimiser', step, epochs),
        [...line('all in the first epoch', decode + later), '', ''],
        [...line('all in a later epoch', later), '', ''],
      ];
    }),
  );
  const note = quick ? '\n\nA quick run: fewer images and steps.' : '';
  const words = `${images.toLocaleString('en')} images were decoded.`;
  return `## ${title}\n\n${about} ${words}${note}\n\n${markdownTable([header, ...body])}\n`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
