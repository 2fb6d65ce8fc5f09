import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { type Markup, type MarkupValue, svg } from './markup.js';
import { label, textWidth } from './text.js';

export type Scale = ScaleContinuousNumeric<number, number>;

/** How values lie along an edge of a plot. */
export interface AxisOptions {
  /** What is along it, with its unit. */
  readonly label?: string;
  /** The least and the highest value; round numbers around the data when left out. */
  readonly domain?: readonly [number, number];
  /** Powers of ten in equal steps, where all values are above 0. */
  readonly log?: boolean;
  /** A mark's number in words. */
  readonly format?: (value: number) => string;
  /** About so many marks. */
  readonly marks?: number;
}

/** Where a plot's lines are, its labels left out. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A scale over the values from 0 to `length` pixels. */
export function createScale(
  values: Iterable<number>,
  { domain, log = false, marks = 4 }: AxisOptions,
  length: number,
): Scale {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) [low, high] = [0, 1];
  const scale = log && low > 0 ? scaleLog() : scaleLinear();
  scale.range([0, length]);
  if (domain !== undefined) return scale.domain(domain);
  // One value alone has no extent to spread.
  const spread = low === high ? Math.abs(low) / 10 || 1 : 0;
  return scale.domain([low - spread, high + spread]).nice(marks);
}

/** The marks of a scale in words. */
function axisMarks(
  scale: Scale,
  { format, marks = 4 }: AxisOptions,
): { readonly at: number; readonly text: string }[] {
  const write = format ?? scale.tickFormat(marks);
  return scale
    .ticks(marks)
    .map((value) => ({ at: scale(value), text: write(value) }))
    .filter(({ text }) => text !== '');
}

/** Room for the widest mark of a vertical axis, in pixels. */
export function axisRoom(scale: Scale, options: AxisOptions): number {
  const widths = axisMarks(scale, options).map(({ text }) => textWidth(text, 11));
  return Math.ceil(Math.max(0, ...widths)) + 8;
}

/** Marks under a frame and the name of what is along it. */
export function drawXAxis(
  scale: Scale,
  { left, top, width, height }: Frame,
  options: AxisOptions,
): Markup {
  const bottom = top + height;
  const marks = axisMarks(scale, options).map(({ at, text }) => [
    svg`<path class="muted" d="M${left + at},${bottom}v4" stroke="currentColor"/>`,
    label(left + at, bottom + 16, text, { anchor: 'middle', colour: 'muted', size: 11 }),
  ]);
  return svg`<path class="muted" d="M${left},${bottom}h${width}" stroke="currentColor" fill="none"/>${marks}${nameOf(options, left + width, bottom + 31)}`;
}

/** Marks at the left of a frame, and a line across it at each. */
export function drawYAxis(
  scale: Scale,
  { left, top, width, height }: Frame,
  options: AxisOptions,
): Markup {
  return svg`${axisMarks(scale, options).map(({ at, text }) => {
    const y = top + height - at;
    return [
      svg`<path class="faint" d="M${left},${y}h${width}" stroke="currentColor"/>`,
      label(left - 6, y + 4, text, { anchor: 'end', colour: 'muted', size: 11 }),
    ];
  })}`;
}

function nameOf({ label: name }: AxisOptions, x: number, y: number): MarkupValue {
  return name !== undefined && label(x, y, name, { anchor: 'end', colour: 'muted', size: 11 });
}
