import { auc } from '../metrics/auc.js';
import type { RocCurve } from '../metrics/roc-curve.js';
import { type LinePlotOptions, linePlot } from './line-plot.js';
import { SHARE_AXIS } from './share-axis.js';

export interface CurvePlotOptions extends Pick<LinePlotOptions, 'width' | 'height'> {
  /** Such as the name of the class. */
  readonly title?: string;
}

/**
 * A ROC curve as an SVG document, with its area and the diagonal of a guess.
 *
 * @example
 * const svg = rocPlot(rocCurve(scores, positives), { title: 'cat' });
 */
export function rocPlot(
  { falsePositiveRate, truePositiveRate }: RocCurve,
  { width = 170, height = 190, title = 'ROC' }: CurvePlotOptions = {},
): string {
  const area = auc(falsePositiveRate, truePositiveRate);
  return linePlot(
    [
      {
        points: [
          [0, 0],
          [1, 1],
        ],
        colour: 'muted',
        dashed: true,
      },
      { points: falsePositiveRate.map((rate, at) => [rate, truePositiveRate[at]]) },
    ],
    {
      width,
      height,
      title,
      figure: Number.isNaN(area) ? 'none' : area.toFixed(4),
      x: { ...SHARE_AXIS, label: 'false positive rate' },
      y: SHARE_AXIS,
    },
  );
}
