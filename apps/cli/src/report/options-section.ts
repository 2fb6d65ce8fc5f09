import type { JsonValue, TrainingSummary } from '@sig/edge';
import type { Markup } from '@sig/heads/plots';
import type { ReportFacts } from './report-facts.js';
import { section, table } from './section.js';

/** With what options the model was trained. */
export function optionsSection({ training }: ReportFacts): Markup | undefined {
  if (training === undefined) return undefined;
  return section(
    'Training options',
    'As the model file holds them.',
    table(rowsOf(training), { words: true, head: false }),
  );
}

function rowsOf(summary: TrainingSummary): string[][] {
  return Object.entries(summary).flatMap(([name, value]) =>
    isSummary(value) ? rowsOf(value) : [[name, describe(value)]],
  );
}

function describe(value: JsonValue): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(describe).join(', ');
  return typeof value === 'number' ? String(Number(value.toPrecision(5))) : String(value);
}

function isSummary(value: JsonValue): value is TrainingSummary {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
