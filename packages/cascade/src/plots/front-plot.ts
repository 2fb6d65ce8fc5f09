import { type LinePlotOptions, linePlot, type Point, type Series } from '@sig/heads/plots';
import type { FrontPoint } from '../search/front-point.js';

/** A point beside the front, such as a stage alone or thresholds on a test set. */
export interface NamedPoint {
  readonly name: string;
  readonly accuracy: number;
  readonly cost: number;
}

export interface FrontPlotOptions extends Pick<LinePlotOptions, 'width' | 'height' | 'title'> {
  /** Stages alone. */
  readonly stages?: readonly NamedPoint[];
  /** What was chosen. */
  readonly chosen?: readonly NamedPoint[];
  /** The same thresholds on other images, in the order of the front. */
  readonly test?: readonly Pick<FrontPoint, 'accuracy' | 'cost'>[];
  /** What the cost is, with its unit (`multiply-adds an image`). */
  readonly costLabel?: string;
  /** Powers of ten in equal steps along the cost (true). */
  readonly log?: boolean;
}

/**
 * Accuracy against expected cost as an SVG document: the front in steps, stages alone and chosen points
 * beside it.
 *
 * @throws RangeError for a front without points, or a width or a height below 100.
 *
 * @example
 * writeFileSync('front.svg', frontPlot(findFront(scores), { stages: [{ name: 'small', accuracy, cost }] }));
 */
export function frontPlot(
  front: readonly Pick<FrontPoint, 'accuracy' | 'cost'>[],
  options: FrontPlotOptions = {},
): string {
  const { width = 460, height = 280, title = 'accuracy against cost' } = options;
  const { stages = [], chosen = [], test, costLabel = 'multiply-adds an image' } = options;
  if (front.length === 0) throw new RangeError('a front must have at least one point, got none');
  const series: Series[] = [
    // From the dearest on: each accuracy is kept up to the next that costs more.
    { name: 'front', points: front.map(pointOf).reverse(), steps: true },
    ...stages.map((stage): Series => marked(stage, 'muted')),
    ...chosen.map((point): Series => marked(point, 'orange')),
  ];
  if (test !== undefined) {
    series.push({ name: 'on test', points: test.map(pointOf), colour: 'green', dashed: true });
  }
  return linePlot(series, {
    width,
    height,
    title,
    x: { label: costLabel, log: options.log ?? true, format: shortNumber },
    y: { format: (value) => `${Number((100 * value).toFixed(2))} %` },
  });
}

function pointOf({ accuracy, cost }: Pick<FrontPoint, 'accuracy' | 'cost'>): Point {
  return [cost, accuracy];
}

function marked(point: NamedPoint, colour: 'muted' | 'orange'): Series {
  return { name: point.name, points: [pointOf(point)], mark: pointOf(point), colour };
}

/** 3200000 as 3.2M; only what begins with 1, 2 or 5, so that marks of a log axis keep apart. */
function shortNumber(value: number): string {
  const [digits, power] = value.toExponential().split('e');
  if (value !== 0 && !['1', '2', '5'].includes(digits[0])) return '';
  const thousands = Math.min(3, Math.max(0, Math.floor(Number(power) / 3)));
  return `${Number((value / 1000 ** thousands).toPrecision(3))}${['', 'k', 'M', 'G'][thousands]}`;
}
