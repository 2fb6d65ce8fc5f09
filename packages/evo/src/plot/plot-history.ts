import { requirePositive } from '../arguments/require-positive.js';
import type { History, HistoryEntry } from '../minimize/history.js';
import { drawPanel } from './panel.js';
import { svgElement, svgText } from './svg.js';

export interface HistoryPlotOptions {
  /** Pixels (720). */
  width?: number;
  /** Pixels (560). */
  height?: number;
  /** Above the plot; none by default. */
  title?: string;
}

/** Points a line is drawn with at most; more would not be seen. */
const MAXIMUM_POINTS = 1000;

/**
 * An SVG picture of a run over its evaluations: above, the best value and the generations' medians;
 * below, sigma and the axis ratio. Axes are logarithmic where all values are above 0.
 *
 * @throws RangeError for an empty history, or a width or height of 0.
 *
 * @example
 * writeFileSync('run.svg', plotHistory(result.history, { title: 'sphere' }));
 */
export function plotHistory(history: History, options: HistoryPlotOptions = {}): string {
  const { width = 720, height = 560, title } = options;
  requirePositive('width', width);
  requirePositive('height', height);
  if (history.length === 0) throw new RangeError('history must hold a generation, got none');
  const every = Math.ceil(history.length / MAXIMUM_POINTS);
  const drawn = history.filter((_, k) => k % every === 0 || k === history.length - 1);
  const pick = (key: keyof HistoryEntry): (number | null)[] => drawn.map((entry) => entry[key]);
  const evaluations = drawn.map((entry) => entry.evaluations);
  const top = title === undefined ? 30 : 56;
  const frame = { left: 70, width: width - 95, height: (height - top - 100) / 2 };
  return svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'font-family': 'system-ui, sans-serif',
      'font-size': 12,
    },
    [
      svgElement('rect', { width, height, fill: '#fff' }),
      ...(title === undefined
        ? []
        : [svgElement('text', { x: 70, y: 24, 'font-size': 16 }, [svgText(title)])]),
      drawPanel({ ...frame, top }, { values: evaluations, label: undefined }, [
        { label: 'median of generation', colour: '#9ab8d6', values: pick('generationMedian') },
        { label: 'best value', colour: '#1f5a96', values: pick('best') },
      ]),
      drawPanel(
        { ...frame, top: top + frame.height + 52 },
        { values: evaluations, label: 'evaluations' },
        [
          { label: 'sigma', colour: '#b5471b', values: pick('sigma') },
          { label: 'axis ratio', colour: '#5b7f2b', values: pick('axisRatio') },
        ],
      ),
    ],
  );
}
