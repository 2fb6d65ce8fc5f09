import { label, type Markup, picture, svg } from '@sig/heads/plots';
import { scaleLinear } from 'd3-scale';
import type { Threshold } from '../policy/threshold.js';
import type { ThresholdMap } from '../search/threshold-map.js';

export interface ThresholdMapPlotOptions {
  readonly title?: string;
  /** Pixels along a side of the map (300). */
  readonly side?: number;
  /** A value in words. */
  readonly format?: (value: number) => string;
  /** Thresholds that are marked, such as those that were chosen. */
  readonly mark?: readonly Threshold[];
}

/** Shades that can be told apart. */
const SHADES = 24;

/**
 * A map over δ₀ × δ₁ as a heat map, an SVG document: the higher the stronger the colour, with a scale beside
 * it. As in figures 2.2 and 2.3 of the report on resolution cascades.
 *
 * @throws RangeError when the values are not one for each pair of thresholds, or not finite.
 *
 * @example
 * const map = thresholdMap(scores);
 * writeFileSync('accuracy.svg', thresholdMapPlot(map, map.accuracy, { title: 'accuracy' }));
 */
export function thresholdMapPlot(
  { first, second }: Pick<ThresholdMap, 'first' | 'second'>,
  values: ArrayLike<number>,
  options: ThresholdMapPlotOptions = {},
): string {
  const { title = 'threshold map', side = 300, mark, format } = options;
  const [columns, rows] = [first.length, second.length];
  const all = Array.from(values);
  if (all.length !== columns * rows || !all.every(Number.isFinite)) {
    throw new RangeError(
      `values must be ${columns} × ${rows} finite numbers, got ${all.length} numbers`,
    );
  }
  const low = all.reduce((least, value) => Math.min(least, value));
  const high = all.reduce((most, value) => Math.max(most, value));
  const [left, top] = [48, 30];
  const x = scaleLinear([first[0], first[columns - 1]], [left, left + side]);
  const y = scaleLinear([second[0], second[rows - 1]], [top + side, top]);
  const write = format ?? scaleLinear([low, high], [0, 1]).tickFormat(5);
  const shadeOf = (value: number): number =>
    high > low ? Math.round(((value - low) / (high - low)) * (SHADES - 1)) : SHADES - 1;
  const shades = all.map(shadeOf);
  const cells = Array.from({ length: SHADES }, (_, shade) => {
    const d = cellsOf(shades, shade, columns, rows, { left, top, side });
    return d !== '' && shadeRule(d, shade);
  });
  const bar = left + side + 16;
  const legend = Array.from({ length: SHADES }, (_, shade) => {
    const height = side / SHADES;
    return shadeRule(`M${bar},${top + side - shade * height}h12v${-height}h-12z`, shade);
  });
  const bounds = [low, high].map((value, at) =>
    label(bar + 18, top + (at === 0 ? side : 10), write(value), { size: 11, colour: 'muted' }),
  );
  const marks = [x.ticks(4), y.ticks(4)].map((ticks, axis) =>
    ticks.map((value) =>
      axis === 0
        ? label(x(value), top + side + 15, String(value), { ...SMALL, anchor: 'middle' })
        : label(left - 6, y(value) + 4, String(value), { ...SMALL, anchor: 'end' }),
    ),
  );
  const [a, b] = mark ?? [];
  const chosen =
    typeof a === 'number' &&
    typeof b === 'number' &&
    svg`<circle class="orange" cx="${x(a)}" cy="${y(b)}" r="4" fill="none" stroke="currentColor" stroke-width="2"/>`;
  return picture(
    { width: bar + 80, height: top + side + 40, description: title },
    label(left, 18, title, { bold: true }),
    svg`<rect class="faint" x="${left}" y="${top}" width="${side}" height="${side}" fill="currentColor" fill-opacity="0.35"/>`,
    cells,
    legend,
    bounds,
    marks,
    label(left + side, top + side + 32, 'δ₀, of the first stage', { ...SMALL, anchor: 'end' }),
    label(left, top - 4, 'δ₁, of the second stage', SMALL),
    chosen,
  );
}

const SMALL = { size: 11, colour: 'muted' } as const;

function shadeRule(d: string, shade: number): Markup {
  const strength = 0.06 + (0.94 * shade) / (SHADES - 1);
  return svg`<path class="blue" d="${d}" fill="currentColor" fill-opacity="${strength}"/>`;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly side: number;
}

/** The `d` of all cells of a shade; those that stand on each other are one rectangle. */
function cellsOf(
  shades: readonly number[],
  shade: number,
  columns: number,
  rows: number,
  { left, top, side }: Place,
): string {
  const [width, height] = [side / columns, side / rows];
  const round = (value: number): number => Math.round(value * 100) / 100;
  let d = '';
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      if (shades[column * rows + row] !== shade) continue;
      const from = row;
      while (row + 1 < rows && shades[column * rows + row + 1] === shade) row++;
      const bottom = top + side - from * height;
      const tall = (row + 1 - from) * height;
      d += `M${round(left + column * width)},${round(bottom)}h${round(width)}v${round(-tall)}h${round(-width)}z`;
    }
  }
  return d;
}
