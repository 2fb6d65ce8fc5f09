import { type Axis, createAxis, tickLabel } from './axis.js';
import { type SvgText, svgElement, svgText } from './svg.js';

/** A line of a panel; null where a value is missing. */
export interface Series {
  readonly label: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
}

/** Where a panel lies in the picture, its labels left out. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lines over a common horizontal axis, with marks, a grid and their names. */
export function drawPanel(
  frame: Frame,
  x: { readonly values: readonly number[]; readonly label: string | undefined },
  series: readonly Series[],
): SvgText {
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const yAxis = createAxis(known, true);
  const xAxis = createAxis([0, ...x.values], false);
  const toX = (value: number): number => frame.left + xAxis.place(value) * frame.width;
  const toY = (value: number): number => frame.top + (1 - yAxis.place(value)) * frame.height;
  const label = (text: string, at: Readonly<Record<string, string | number>>): SvgText =>
    svgElement('text', at, [svgText(text)]);
  const line = (x1: number, y1: number, x2: number, y2: number): SvgText =>
    svgElement('line', { x1, y1, x2, y2, stroke: '#ddd' });
  const bottom = frame.top + frame.height;
  const right = frame.left + frame.width;
  return [
    ...yAxis.ticks.flatMap((tick) => [
      line(frame.left, toY(tick), right, toY(tick)),
      label(tickLabel(tick), { x: frame.left - 6, y: toY(tick) + 4, 'text-anchor': 'end' }),
    ]),
    ...xAxis.ticks.flatMap((tick) => [
      line(toX(tick), frame.top, toX(tick), bottom),
      label(tickLabel(tick), { x: toX(tick), y: bottom + 16, 'text-anchor': 'middle' }),
    ]),
    ...series.map((one) => drawLine(one, x.values, toX, toY)),
    drawLegend(series, frame, yAxis),
    ...(x.label === undefined
      ? []
      : [label(x.label, { x: right, y: bottom + 34, 'text-anchor': 'end' })]),
  ].join('');
}

function drawLine(
  { values, colour }: Series,
  x: readonly number[],
  toX: (value: number) => number,
  toY: (value: number) => number,
): SvgText {
  const points = values.flatMap((value, k) =>
    value === null ? [] : [`${toX(x[k]).toFixed(1)},${toY(value).toFixed(1)}`],
  );
  return svgElement('polyline', {
    points: points.join(' '),
    fill: 'none',
    stroke: colour,
    'stroke-width': 1.5,
  });
}

/** Names beside each other in the colours of their lines. */
function drawLegend(series: readonly Series[], frame: Frame, axis: Axis): SvgText {
  const names = series.map(({ label, colour }, k) =>
    svgElement('tspan', { dx: k === 0 ? 0 : 18, fill: colour }, [
      svgText(axis.isLog ? `${label} (log)` : label),
    ]),
  );
  return svgElement('text', { x: frame.left, y: frame.top - 8, 'font-weight': 'bold' }, names);
}
