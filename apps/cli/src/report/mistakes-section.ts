import { predictedClasses } from '@sig/heads/metrics';
import { html, type Markup } from '@sig/heads/plots';
import { formatCount, formatPercent } from '../output/format.js';
import { visibleText } from '../output/visible-text.js';
import type { ReportFacts } from './report-facts.js';
import { section } from './section.js';
import { thumbnail } from './thumbnail.js';
import { worstMistakes } from './worst-mistakes.js';

/** Images that are shown. */
const MOST = 24;

/** Smaller ones show their pixels. */
const SMALL = 48;

/** The images whose truth the model thought least of, as it saw them. */
export async function mistakesSection({
  judged,
  classes,
}: ReportFacts): Promise<Markup | undefined> {
  if (judged === undefined) return undefined;
  const { probabilities, images, names, evaluation } = judged;
  const predicted = predictedClasses(probabilities, classes.length);
  const mistakes = worstMistakes(probabilities, images.labels, predicted, classes.length, MOST);
  const wrong = Math.round((1 - evaluation.accuracy) * images.count);
  if (mistakes.length === 0) return section('Worst mistakes', 'There are none.');
  const kind = images.width < SMALL ? 'small' : 'large';
  const items = await Promise.all(
    mistakes.map(async ({ place, actual, predicted: called, probability, actualProbability }) => {
      const name = visibleText(names[place]);
      return html`<li><img class="${kind}" alt="${name}" src="${await thumbnail(images, place)}"/><span class="was">${visibleText(classes[actual])} ${share(actualProbability)}</span><span class="called">→ ${visibleText(classes[called])} ${share(probability)}</span><span>${name}</span></li>\n`;
    }),
  );
  return section(
    'Worst mistakes',
    `${formatCount(mistakes.length)} of ${formatCount(wrong)} images that were called wrongly, at the model's size: what they show and its probability, what they were taken for (→) and its probability.`,
    html`<ul class="mistakes">
${items}</ul>`,
  );
}

/** A number and its sign on one line. */
function share(probability: number): string {
  return formatPercent(probability, 1).replace(' ', '\u00a0');
}
