import type { SpeedTableResult } from '../tables/speed/run-speed-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** Frames a second: the paper's machines, and this one. */
export function speedMarkdown({ title, about, quick, rows, times }: SpeedTableResult): string {
  const said = quickMark(quick);
  const fps = (milliseconds: number): string =>
    said(Math.round(1000 / milliseconds).toLocaleString('en'));
  const body = rows.map(({ name, printed = [] }, at) => {
    const { head, model, whole } = times.rows[at];
    return [
      name,
      printed.map(({ machine, fps: own }) => `${own} (${machine})`).join(', ') || '–',
      fps(head),
      fps(model),
      printed.map(({ whole: own }) => `${own}`).join(', ') || '–',
      fps(whole),
    ];
  });
  const header = [
    'model',
    'FPS: paper',
    'FPS: head alone',
    'FPS: from pixels',
    'FPS*: paper',
    'FPS*: from a JPEG',
  ];
  return `## ${title}\n\n${about}\n\n${markdownTable([header, ...body])}\n\nMeasured on ${times.machine}.\n`;
}
