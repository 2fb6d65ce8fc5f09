import { confusionPlot, html, type Markup } from '@sig/heads/plots';
import { formatCount, formatPercent } from '../output/format.js';
import { visibleText } from '../output/visible-text.js';
import type { ReportFacts } from './report-facts.js';
import { section, table } from './section.js';

/** With more, the picture is left out. */
const MOST_CLASSES = 60;

/** Pairs that are listed. */
const PAIRS = 10;

/** What was taken for what, and the figures of each class. */
export function confusionSection({ judged, classes }: ReportFacts): Markup | undefined {
  if (judged === undefined) return undefined;
  const { confusion, perClass } = judged.evaluation;
  const names = classes.map(visibleText);
  const plot =
    classes.length <= MOST_CLASSES &&
    html`<div class="scroll">${{ markup: confusionPlot(confusion, names) }}</div>`;
  const pairs = confusion
    .flatMap((row, actual) =>
      row.map((samples, predicted) => ({
        samples,
        share: samples / Math.max(1, perClass[actual].support),
        words: `${classes[actual]} → ${classes[predicted]}`,
        wrong: actual !== predicted,
      })),
    )
    .filter(({ wrong, samples }) => wrong && samples > 0)
    .sort((a, b) => b.samples - a.samples)
    .slice(0, PAIRS);
  const scores = perClass.map(({ name, precision, recall, f1, support }) => [
    name,
    precision.toFixed(4),
    recall.toFixed(4),
    f1.toFixed(4),
    formatCount(support),
  ]);
  return section(
    'Confusion',
    'Rows are what an image shows, columns what it was taken for. The stronger a colour, the larger the share of the row.',
    html`<div class="wide">${plot}<div>${table([['class', 'precision', 'recall', 'F1', 'images'], ...scores])}</div>${
      classes.length > 2 &&
      pairs.length > 0 &&
      html`<div>${table([
        ['most often confused', 'images', 'of the class'],
        ...pairs.map(({ words, samples, share }) => [
          words,
          formatCount(samples),
          formatPercent(share, 1),
        ]),
      ])}</div>`
    }</div>`,
  );
}
