import {
  type PrecisionRecallCurve,
  precisionRecallCurve,
  type RocCurve,
  rocCurve,
} from '@sig/heads/metrics';
import { html, type Markup, precisionRecallPlot, rocPlot } from '@sig/heads/plots';
import { visibleText } from '../output/visible-text.js';
import type { JudgedImages } from './judged-images.js';
import type { ReportFacts } from './report-facts.js';
import { section } from './section.js';

/** Classes whose curves are drawn. */
const MOST_CURVES = 12;

interface RankedClass {
  readonly name: string;
  readonly roc: RocCurve;
  readonly precisionRecall: PrecisionRecallCurve;
}

/** ROC and precision-recall curves of each class against all others; of two, of the positive one. */
export function rankingSection({ judged, classes }: ReportFacts): Markup | undefined {
  if (judged === undefined) return undefined;
  const { positive, perClass } = judged.evaluation;
  const wanted = [...classes.keys()].filter(
    (own) => perClass[own].support > 0 && (positive === undefined || classes[own] === positive),
  );
  // Sorting all of a thousand classes would take longer than measuring them.
  const few = [...wanted]
    .sort((a, b) => perClass[a].f1 - perClass[b].f1)
    .slice(0, MOST_CURVES)
    .sort((a, b) => a - b);
  if (few.length === 0) return undefined;
  const ranked = few.map((own) =>
    rankClass(judged, visibleText(classes[own]), own, classes.length),
  );
  const size = ranked.length === 1 ? { width: 300, height: 310 } : {};
  const which =
    few.length < wanted.length
      ? ` The ${few.length} classes with the lowest F1 of ${wanted.length} are drawn.`
      : '';
  return section(
    'Ranking',
    `How well the probability of a class puts its own images above all others, with the area under each curve. The dashed line is a guess.${which}`,
    html`<h3>ROC</h3><div class="curves">${ranked.map(({ name, roc }) => ({
      markup: rocPlot(roc, { title: name, ...size }),
    }))}</div><h3>Precision over recall</h3><div class="curves">${ranked.map(
      ({ name, precisionRecall }) => ({
        markup: precisionRecallPlot(precisionRecall, { title: name, ...size }),
      }),
    )}</div>`,
  );
}

function rankClass(
  { probabilities, images }: JudgedImages,
  name: string,
  own: number,
  classes: number,
): RankedClass {
  const scores = Float64Array.from(images.labels, (_, at) => probabilities[at * classes + own]);
  const positives = Array.from(images.labels, (label) => label === own);
  return {
    name,
    roc: rocCurve(scores, positives),
    precisionRecall: precisionRecallCurve(scores, positives),
  };
}
