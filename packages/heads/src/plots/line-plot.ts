import {
  type AxisOptions,
  axisRoom,
  createScale,
  drawXAxis,
  drawYAxis,
  type Frame,
} from './axis.js';
import { type MarkupValue, svg } from './markup.js';
import { type PlotColour, picture } from './picture.js';
import { label, shorten, textWidth } from './text.js';
import { type Point, trace } from './trace.js';

/** One line of a plot. */
export interface Series {
  /** Stands at the end of the line, in its colour. */
  readonly name?: string;
  /** In the order in which they are joined; a y that is not finite leaves a gap. */
  readonly points: readonly Point[];
  readonly colour?: PlotColour;
  readonly dashed?: boolean;
  /** Keep the height of each point back to the one before. */
  readonly steps?: boolean;
  /** A point that is marked. */
  readonly mark?: Point;
}

export interface LinePlotOptions {
  /** Pixels (340). */
  readonly width?: number;
  /** Pixels (220). */
  readonly height?: number;
  readonly title?: string;
  /** At the right of the title, such as the figure that the plot is about. */
  readonly figure?: string;
  readonly x?: AxisOptions;
  readonly y?: AxisOptions;
}

/**
 * Lines over a common axis as an SVG document, their names at their ends. It adapts to light and dark
 * surroundings, needs no script, and takes names of any characters.
 *
 * @throws RangeError for a width or a height below 100.
 *
 * @example
 * writeFileSync('loss.svg', linePlot([{ name: 'training', points: [[1, 2.3], [2, 1.1], [3, 0.7]] }]));
 */
export function linePlot(series: readonly Series[], options: LinePlotOptions = {}): string {
  const { width = 340, height = 220, title, figure, x: xOptions = {}, y: yOptions = {} } = options;
  if (!(width >= 100 && height >= 100)) {
    throw new RangeError(`width and height must be at least 100, got ${width} and ${height}`);
  }
  const names = series.map(({ name }) => (name === undefined ? '' : shorten(name, 18)));
  const right = Math.max(10, ...names.map((name) => textWidth(name) + 8));
  const top = title === undefined && figure === undefined ? 10 : 30;
  const bottom = xOptions.label === undefined ? 24 : 38;
  const tall = height - top - bottom;
  const yScale = createScale(valuesOf(series, 1), yOptions, tall);
  const left = axisRoom(yScale, yOptions);
  const frame: Frame = { left, top, width: width - left - right, height: tall };
  const xScale = createScale(valuesOf(series, 0), xOptions, frame.width);
  const place = ([x, y]: Point): Point => [left + xScale(x), top + tall - yScale(y)];

  const lines = series.map(({ points, colour = 'blue', dashed, steps }) => {
    const d = trace(points.map(place), { steps });
    return svg`<path class="${colour}" d="${d}" fill="none" stroke="currentColor" stroke-width="${dashed ? 1 : 1.75}" stroke-linejoin="round"${dashed && svg` stroke-dasharray="3 3"`}/>`;
  });
  const marks = series.map(({ mark, colour = 'blue' }): MarkupValue => {
    if (mark === undefined || !mark.every(Number.isFinite)) return undefined;
    const [x, y] = place(mark);
    return svg`<circle class="${colour}" cx="${x}" cy="${y}" r="3.5" fill="currentColor"/>`;
  });
  const ends = apart(
    series.map(({ points }) => lastHeight(points.map(place))),
    frame,
  );
  const labels = series.map(({ colour = 'blue' }, at): MarkupValue => {
    if (names[at] === '' || ends[at] === undefined) return undefined;
    return label(left + frame.width + 6, ends[at] + 4, names[at], { colour });
  });
  return picture(
    { width, height, description: describe(title, figure, names) },
    title !== undefined && label(0, 16, shorten(title, Math.floor(width / 8)), { bold: true }),
    figure !== undefined &&
      label(left + frame.width, 16, figure, { anchor: 'end', colour: 'muted' }),
    drawYAxis(yScale, frame, yOptions),
    drawXAxis(xScale, frame, xOptions),
    lines,
    marks,
    labels,
  );
}

function describe(...parts: readonly (string | undefined | readonly string[])[]): string {
  return parts
    .flat()
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

function* valuesOf(series: readonly Series[], side: 0 | 1): Iterable<number> {
  for (const { points } of series) for (const point of points) yield point[side];
}

/** Where a line ends. */
function lastHeight(points: readonly Point[]): number | undefined {
  return points.filter(([, y]) => Number.isFinite(y)).at(-1)?.[1];
}

/** Heights of labels, moved down until none lies on another, then up where they left the frame. */
function apart(
  heights: readonly (number | undefined)[],
  { top, height }: Frame,
): (number | undefined)[] {
  const LINE = 14;
  const moved = [...heights];
  const order = [...heights.keys()]
    .filter((at) => heights[at] !== undefined)
    .sort((a, b) => Number(heights[a]) - Number(heights[b]));
  let lowest = Number.NEGATIVE_INFINITY;
  for (const at of order) moved[at] = lowest = Math.max(Number(heights[at]), lowest + LINE);
  let highest = top + height + LINE;
  for (const at of order.reverse())
    moved[at] = highest = Math.min(Number(moved[at]), highest - LINE);
  return moved;
}
