import { html, type Markup } from '@sig/heads/plots';
import { formatBytes, formatCount, formatMacs } from '../output/format.js';
import { describeRecipe } from '../output/info-report.js';
import type { ReportFacts } from './report-facts.js';
import { section, table } from './section.js';

/** What the model costs, as a whole and layer by layer. */
export function costSection({ cost, bytes, layers, measured, recipe }: ReportFacts): Markup {
  const whole = [
    ['parameters', formatCount(cost.params)],
    ['multiply-adds of an image', formatMacs(cost.macs)],
    ['of the features', formatMacs(cost.featureMacs)],
    ['of the head', formatMacs(cost.headMacs)],
    ['weights', formatBytes(cost.weightBytes)],
    ['model file', formatBytes(bytes)],
    ...measured,
  ];
  const rows = layers.map(({ kind, outputShape, params, macs }) => [
    kind,
    outputShape.join(' × '),
    formatCount(params),
    formatCount(macs),
  ]);
  return section(
    'Cost',
    `Counted from the architecture; times and memory are of this machine. Features: ${describeRecipe(recipe)}.`,
    html`<div class="wide">${table(whole, { head: false })}${table([
      ['layer', 'output', 'parameters', 'multiply-adds'],
      ...rows,
    ])}</div>`,
  );
}
