import { scaleLinear } from 'd3-scale';
import { type MarkupValue, svg } from './markup.js';
import { type PlotColour, picture } from './picture.js';
import { label, shorten, textWidth } from './text.js';

/** One kind of bar. */
export interface BarSeries {
  readonly name: string;
  /** One for each row, not below 0. */
  readonly values: readonly number[];
  readonly colour?: PlotColour;
}

export interface BarPlotOptions {
  /** Pixels (340). */
  readonly width?: number;
  readonly title?: string;
  /** A bar's number in words. */
  readonly format?: (value: number) => string;
}

/**
 * Bars from the left as an SVG document, one group a row, each with its number at its end.
 *
 * @throws RangeError for a series that has not one value a row, or a value below 0 or not finite.
 *
 * @example
 * const svg = barPlot(['cat', 'dog'], [{ name: 'images', values: [12, 30] }]);
 */
export function barPlot(
  rows: readonly string[],
  series: readonly BarSeries[],
  { width = 340, title, format = String }: BarPlotOptions = {},
): string {
  for (const { name, values } of series) {
    if (values.length === rows.length && values.every((value) => value >= 0 && value < Infinity))
      continue;
    throw new RangeError(
      `${name} must have one number from 0 up for each of the ${rows.length} rows`,
    );
  }
  const BAR = series.length > 1 ? 9 : 13;
  const group = series.length * (BAR + 1) + 7;
  const names = rows.map((name) => shorten(name, 18));
  const left = Math.max(0, ...names.map((name) => textWidth(name))) + 8;
  const numbers = series.flatMap(({ values }) =>
    values.map((value) => textWidth(format(value), 10)),
  );
  const top = 30;
  const highest = Math.max(0, ...series.flatMap(({ values }) => values));
  const scale = scaleLinear(
    [0, highest || 1],
    [0, Math.max(20, width - left - Math.max(0, ...numbers) - 8)],
  );
  const bars = rows.map((_, row) =>
    series.map(({ values, colour = 'blue' }, at): MarkupValue => {
      const y = top + row * group + at * (BAR + 1);
      const long = scale(values[row]);
      return [
        svg`<rect class="${colour}" x="${left}" y="${y}" width="${long}" height="${BAR}" fill="currentColor"/>`,
        label(left + long + 4, y + BAR - 1, format(values[row]), { size: 10, colour: 'muted' }),
      ];
    }),
  );
  let end = width;
  const legend = [...series].reverse().map(({ name, colour = 'blue' }) => {
    const at = end;
    end -= textWidth(name) + 14;
    return label(at, 16, name, { anchor: 'end', colour });
  });
  return picture(
    { width, height: top + rows.length * group, description: title ?? 'bars' },
    title !== undefined && label(0, 16, title, { bold: true }),
    legend,
    names.map((name, row) =>
      label(left - 8, top + row * group + (group - 7) / 2 + 4, name, { anchor: 'end' }),
    ),
    bars,
  );
}
