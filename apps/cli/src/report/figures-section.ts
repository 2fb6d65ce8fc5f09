import type { ConfidenceInterval } from '@sig/heads/metrics';
import { html, type Markup } from '@sig/heads/plots';
import { formatBytes, formatCount, formatLevel, formatPercent } from '../output/format.js';
import { visibleText } from '../output/visible-text.js';
import type { ReportFacts } from './report-facts.js';

/** The name of the model and the figures that are looked for first. */
export function figuresSection({ model, data, judged, cost, bytes }: ReportFacts): Markup {
  const figure = (name: string, value: string, note: string): Markup =>
    html`<div><dt>${name}</dt><dd>${value}<small>${note}</small></dd></div>\n`;
  const share = ({ low, high }: ConfidenceInterval) =>
    `${(100 * low).toFixed(2)} – ${formatPercent(high)}`;
  const score = (interval: ConfidenceInterval | null) =>
    interval === null ? '' : `${interval.low.toFixed(4)} – ${interval.high.toFixed(4)}`;
  const measured = judged?.evaluation;
  const level = measured && formatLevel(measured.intervals.level);
  const of =
    measured?.positive === undefined ? 'means over the classes' : `of ${measured.positive}`;
  const about =
    judged === undefined
      ? `Trained on ${data}.`
      : `Measured on ${formatCount(judged.images.count)} ${judged.part} images of ${data}; F1, average precision and AUC are ${of}. Below each figure its ${level} interval.`;
  return html`<header>
<h1>${visibleText(model)}</h1>
<p>${visibleText(about)}</p>
<dl class="figures">
${
  measured && [
    figure('accuracy', formatPercent(measured.accuracy), share(measured.intervals.accuracy)),
    figure('F1', measured.f1.toFixed(4), score(measured.intervals.f1)),
    figure(
      'average precision',
      measured.averagePrecision.toFixed(4),
      score(measured.intervals.averagePrecision),
    ),
    figure('AUC', measured.auc?.toFixed(4) ?? '–', score(measured.intervals.auc)),
  ]
}${figure('parameters', formatCount(cost.params), `${formatBytes(bytes)} as a file`)}</dl>
</header>
`;
}
