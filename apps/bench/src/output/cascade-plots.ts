import { evaluateScores, type ThresholdMapOptions, thresholdMap } from '@sig/cascade';
import { exitsPlot, frontPlot, thresholdMapPlot } from '@sig/cascade/plots';
import type { CascadeFindings } from '../tables/cascade-table.js';

/** Drawings of a cascade by their names: maps over both thresholds, front, exits. */
export function cascadePlots({
  result,
  heldOut,
  test,
  front,
}: CascadeFindings): Record<string, string> {
  const { stages, points, quick } = result;
  const said = quick ? ', quick run' : '';
  const mark = points[0].chosen?.thresholds;
  const plots: Record<string, string> = {};
  const draw = (size: string, options: ThresholdMapOptions): void => {
    const map = thresholdMap(heldOut, options);
    const on = `on the ${result.images.heldOut.toLocaleString('en')} held-out images${said}`;
    plots[`accuracy-${size}`] = thresholdMapPlot(map, map.accuracy, {
      ...{ title: `accuracy ${on}`, mark, format: percent },
    });
    plots[`macs-${size}`] = thresholdMapPlot(map, map.cost, {
      ...{ title: `multiply-adds ${on}`, mark, format: millions },
    });
  };
  if (heldOut.length === 3) {
    draw('40x40', { steps: [40, 40] });
    draw('50x100', { steps: [50, 100], from: [0.5, 0.5] });
  }
  plots.front = frontPlot(front, {
    ...{ width: 620, height: 360, title: `accuracy against multiply-adds${said}` },
    stages: stages.map(({ name, cost, heldOutAccuracy }) => ({
      ...{ name: `${name} alone`, accuracy: heldOutAccuracy, cost: cost.macs },
    })),
    chosen: points.flatMap(({ name, chosen }) => {
      if (chosen === undefined) return [];
      const { accuracy, macs } = chosen.heldOut;
      return [{ name, accuracy, cost: macs }];
    }),
    test: front.map(({ thresholds }) => {
      const { accuracy, macs } = evaluateScores(test, thresholds);
      return { accuracy, cost: macs };
    }),
  });
  for (const { name, chosen } of points.slice(0, 1)) {
    const title = `${name}: where the test images leave${said}`;
    if (chosen !== undefined) plots.exits = exitsPlot([...chosen.test.exits], { title });
  }
  return plots;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`;
}

function millions(macs: number): string {
  return `${(macs / 1e6).toFixed(2)} M`;
}
