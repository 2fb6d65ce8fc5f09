import type { ResNetTableResult } from '../tables/res-net-table.js';
import { markdownTable } from './markdown-table.js';
import { quickMark } from './quick-mark.js';

/** What the networks of the report cost: as printed, counted, and measured. */
export function resNetMarkdown(result: ResNetTableResult): string {
  const { title, about, quick, sizes, rows, averages } = result;
  const said = quickMark(quick);
  const alone = markdownTable([
    [
      'network, pixels',
      'parameters printed',
      'counted',
      '"FLOPs" printed',
      'parameters · f²',
      ...sizes.map((size) => `MMAC at ${size}`),
      ...sizes.map((size) => `ms at ${size}`),
      'accuracy printed',
    ],
    ...rows.map((row) => [
      `${row.name}, ${row.pixels}`,
      `${row.params.toFixed(2)} M`,
      `${(row.graphParams / 1e6).toFixed(2)} M`,
      `${row.published.toFixed(2)} M`,
      `${row.computed.toFixed(2)} M`,
      ...row.macs.map((macs) => (macs / 1e6).toFixed(1)),
      ...row.times.map((time) => said(time.toFixed(2))),
      `${(100 * row.accuracy).toFixed(2)} %`,
    ]),
  ]);
  const [, ...others] = rows;
  const last = others[others.length - 1];
  const at = (pixels: number): number => sizes.indexOf(pixels);
  const whole = {
    published: last.published,
    macs: last.macs[at(last.pixels)],
    milliseconds: last.times[at(last.pixels)],
  };
  const average = markdownTable([
    ['share of each stage', 'eq. 2.2, "M"', 'less', 'MMAC', 'less', 'ms', 'less'],
    ...averages.map(({ shares, published, macs, milliseconds }) => [
      shares.map((share) => `${(100 * share).toFixed(1)} %`).join(' · '),
      published.toFixed(2),
      times(whole.published / published),
      (macs / 1e6).toFixed(1),
      times(whole.macs / macs),
      said(milliseconds.toFixed(2)),
      said(times(whole.milliseconds / milliseconds)),
    ]),
  ]);
  const note = quick ? '\n\nA quick run: three measurements of each.' : '';
  const words = `Averages of equation 2.2 over the three stages, and how many times less than ${last.name} alone. The report prints 7.15 "M" (3.0 times less than the 21.80 of ResNet-34) and 11.04 "M" (2.3 times less than ResNet-50) without the shares behind them; the second and the last line are shares that give those.`;
  return `## ${title}\n\n${about}${note}\n\n${alone}\n\n${words}\n\n${average}\n`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}
