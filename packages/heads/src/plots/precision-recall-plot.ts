import type { PrecisionRecallCurve } from '../metrics/precision-recall-curve.js';
import { linePlot } from './line-plot.js';
import type { CurvePlotOptions } from './roc-plot.js';
import { SHARE_AXIS } from './share-axis.js';
import type { Point } from './trace.js';

/**
 * A precision-recall curve as an SVG document, with its average precision and the line of a guess. It is
 * drawn in steps, whose area is the average precision: a straight line between two points would promise
 * more than there is (Davis and Goadrich, "The relationship between precision-recall and ROC curves",
 * ICML 2006).
 *
 * @example
 * const svg = precisionRecallPlot(precisionRecallCurve(scores, positives), { title: 'cat' });
 */
export function precisionRecallPlot(
  { precision, recall }: PrecisionRecallCurve,
  { width = 170, height = 190, title = 'precision' }: CurvePlotOptions = {},
): string {
  const points = recall.map((share, at): Point => [share, precision[at]]);
  // With no threshold at all, the precision is the share of the positives.
  const guess = precision[precision.length - 1];
  const area = points.reduce(
    (sum, [share, height], at) => sum + (share - (recall[at - 1] ?? 0)) * height,
    0,
  );
  return linePlot(
    [
      {
        points: [
          [0, guess],
          [1, guess],
        ],
        colour: 'muted',
        dashed: true,
      },
      { points: points.length > 0 ? [[0, points[0][1]], ...points] : [], steps: true },
    ],
    {
      width,
      height,
      title,
      figure: Number.isNaN(area) ? 'none' : area.toFixed(4),
      x: { ...SHARE_AXIS, label: 'recall' },
      y: SHARE_AXIS,
    },
  );
}
