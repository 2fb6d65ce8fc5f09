import { expect, it } from 'vitest';
import { elementsOf, pointsOf } from '../../../../test/elements.js';
import { auc, averagePrecision, precisionRecallCurve, rocCurve } from '../../src/metrics/index.js';
import { precisionRecallPlot, rocPlot } from '../../src/plots/index.js';

const scores = Array.from({ length: 60 }, (_, at) => ((at * 37) % 60) + (at % 3 === 0 ? 15 : 0));
const positives = scores.map((_, at) => at % 3 === 0);

/** The corners of the drawn curve as shares of the frame that the diagonal or the axes span. */
function curveOf(svg: string): [number, number][] {
  const paths = elementsOf(svg).filter(({ name }) => name === 'path');
  const [guess, curve] = paths.filter(({ attributes }) => attributes['stroke-width']);
  const [[left], [right]] = pointsOf(guess.attributes.d);
  const grid = paths.filter(({ attributes }) => attributes.class === 'faint');
  const heights = grid.map(({ attributes }) => Number(/,([\d.]+)h/.exec(attributes.d)?.[1]));
  const [bottom, top] = [Math.max(...heights), Math.min(...heights)];
  return pointsOf(curve.attributes.d).map(([x, y]) => [
    (x - left) / (right - left),
    (bottom - y) / (bottom - top),
  ]);
}

const area = (points: readonly [number, number][]): number =>
  auc(
    points.map(([x]) => x),
    points.map(([, y]) => y),
  );

it('the area of the drawn ROC curve is the AUC that stands beside it', () => {
  const roc = rocCurve(scores, positives);
  const expected = auc(roc.falsePositiveRate, roc.truePositiveRate);
  const svg = rocPlot(roc, { title: 'cat', width: 400, height: 400 });
  expect(area(curveOf(svg))).toBeCloseTo(expected, 2);
  expect(elementsOf(svg).some(({ text }) => text === expected.toFixed(4))).toBe(true);
});

it('the area of the drawn precision-recall curve is the average precision', () => {
  const curve = precisionRecallCurve(scores, positives);
  const expected = averagePrecision(scores, positives);
  const svg = precisionRecallPlot(curve, { width: 400, height: 400 });
  expect(area(curveOf(svg))).toBeCloseTo(expected, 2);
  expect(elementsOf(svg).some(({ text }) => text === expected.toFixed(4))).toBe(true);
});

it('curves of nothing have no figure', () => {
  const none = [false, false];
  for (const svg of [
    rocPlot(rocCurve([1, 2], none)),
    precisionRecallPlot(precisionRecallCurve([1, 2], none)),
  ]) {
    expect(elementsOf(svg).some(({ text }) => text === 'none')).toBe(true);
    expect(svg).not.toMatch(/NaN/);
  }
});
