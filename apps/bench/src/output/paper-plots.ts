import { linePlot, type PlotColour, type Series } from '@sig/heads/plots';
import { summarise } from '../experiments/summarise.js';
import type { PaperRowResult, PaperTableResult } from '../tables/paper/run-paper-table.js';

/** A model as a point: what it costs, and how accurate it is. */
interface ModelPoint {
  readonly name: string;
  readonly accuracy: number;
  readonly cost: NonNullable<PaperRowResult['cost']>;
}

const COSTS = [
  { name: 'parameters', of: ({ cost }: ModelPoint) => cost.params },
  { name: 'bytes in int8', of: ({ cost }: ModelPoint) => cost.int8Bytes ?? Number.NaN },
  {
    name: 'multiply-adds with features',
    of: ({ cost }: ModelPoint) => cost.headMacs + cost.featureMacs,
  },
] as const;

/**
 * Drawings of a paper's table by their names: accuracy against each cost for each set and protocol, ROC
 * curves of the first seed where there are two classes, and lines over depth where rows have one.
 */
export function paperPlots(result: PaperTableResult): Record<string, string> {
  const plots: Record<string, string> = {};
  const labels = [...new Set(result.rows.flatMap(({ runs }) => runs.map(({ label }) => label)))];
  for (const label of labels) {
    const file = label.replaceAll(/[^a-z0-9]+/g, '-');
    const points = result.rows.flatMap((row) => pointOf(row, label));
    if (points.length < 2) continue;
    const on = result.quick ? `${label}, quick run` : label;
    const depths = depthSeries(points);
    if (depths.length > 0) {
      plots[`depth-${file}`] = linePlot(depths, {
        ...{ width: 520, height: 320, title: `accuracy over depth: ${on}` },
        x: { label: 'depth', marks: 6, format: (depth) => (depth % 1 ? '' : `${depth}`) },
        y: { format: percent },
      });
    }
    for (const { name, of } of COSTS) {
      plots[`${name.split(' ')[0]}-${file}`] = linePlot(
        points.filter((point) => Number.isFinite(of(point))).map((point) => dot(point, of(point))),
        {
          ...{ width: 620, height: 380, title: `accuracy against ${name}: ${on}` },
          x: { label: name, log: true, format: short },
          y: { format: percent },
        },
      );
    }
    const curves = rocSeries(result.rows, label);
    if (curves.length > 0) {
      plots[`roc-${file}`] = linePlot([CHANCE, ...curves], {
        ...{ width: 520, height: 400, title: `ROC: ${on}` },
        x: { label: 'false positive rate', domain: [0, 1] },
        y: { domain: [0, 1] },
      });
    }
  }
  return plots;
}

const CHANCE: Series = {
  ...{ colour: 'muted', dashed: true },
  points: [
    [0, 0],
    [1, 1],
  ],
};

function pointOf({ name, cost, runs }: PaperRowResult, label: string): ModelPoint[] {
  const results = runs.find((run) => run.label === label)?.results ?? [];
  if (results.length === 0 || cost === undefined) return [];
  return [{ name, cost, accuracy: summarise(results.map((one) => one.accuracy)).mean }];
}

function dot({ name, accuracy }: ModelPoint, cost: number): Series {
  const point = [cost, accuracy] as const;
  return { name: shortName(name), points: [point], mark: point, colour: colourOf(name) };
}

/** One line for each resolution, of rows called `64 × 64 px, depth 4`. */
function depthSeries(points: readonly ModelPoint[]): Series[] {
  const lines = new Map<string, [number, number][]>();
  for (const { name, accuracy } of points) {
    const [, size, depth] = /^(\d+ × \d+ px), depth (\d+)$/.exec(name) ?? [];
    if (size === undefined) continue;
    lines.set(size, [...(lines.get(size) ?? []), [Number(depth), accuracy]]);
  }
  const colours: PlotColour[] = ['blue', 'orange', 'green'];
  return [...lines].map(([name, line], at) => ({
    ...{ name, points: line, colour: colours[at % 3] },
  }));
}

function rocSeries(rows: readonly PaperRowResult[], label: string): Series[] {
  const colours: PlotColour[] = ['blue', 'orange', 'green', 'red', 'purple'];
  return rows
    .flatMap(({ name, runs }) => {
      const roc = runs.find((run) => run.label === label)?.results[0]?.roc;
      return roc === undefined ? [] : [{ name: shortName(name), points: roc }];
    })
    .filter(({ name }) => !name.includes('px, depth'))
    .map((series, at) => ({ ...series, colour: colours[at % colours.length] }));
}

function colourOf(name: string): PlotColour {
  if (name.startsWith('baseline') || name.startsWith('Base')) return 'orange';
  if (name.startsWith('ImageSig') || name.includes('px, depth')) return 'blue';
  return 'green';
}

function shortName(name: string): string {
  return name
    .replace(/^(baseline|beyond the paper): /, '')
    .replace('ImageSig + ', '')
    .replace(' on pixels', '');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}

/** 40k, 1.2M; of a logarithmic axis only powers of ten and their halves are named. */
function short(value: number): string {
  const first = Number(value.toPrecision(1).replace(/e.*|0+$/g, '')) || 1;
  if (![1, 2, 5].includes(first)) return '';
  if (value >= 1e6) return `${value / 1e6}M`;
  return value >= 1e3 ? `${value / 1e3}k` : `${value}`;
}
