import { barPlot, type Markup } from '@sig/heads/plots';
import { formatCount } from '../output/format.js';
import { visibleText } from '../output/visible-text.js';
import type { ReportFacts } from './report-facts.js';
import { section } from './section.js';

/** More would fill pages. */
const MOST_CLASSES = 60;

const COLOURS = ['blue', 'orange', 'green'] as const;

/** How many images of each class there are. */
export function balanceSection({ balance, classes }: ReportFacts): Markup {
  const counts = balance.flatMap((part) => part.counts);
  const drawn = classes.slice(0, MOST_CLASSES);
  const series = balance.map(({ part, counts: all }, at) => ({
    name: part,
    values: all.slice(0, MOST_CLASSES),
    colour: COLOURS[at % COLOURS.length],
  }));
  const rest = classes.length > MOST_CLASSES ? ` The first ${MOST_CLASSES} classes are drawn.` : '';
  const plot = barPlot(drawn.map(visibleText), series, { width: 420, format: formatCount });
  return section(
    'Class balance',
    `${formatCount(counts.reduce((sum, count) => sum + count, 0))} images of ${formatCount(classes.length)} classes.${rest}`,
    { markup: plot },
  );
}
