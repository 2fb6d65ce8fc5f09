import { balanceSection } from './balance-section.js';
import { confusionSection } from './confusion-section.js';
import { costSection } from './cost-section.js';
import { curvesSection } from './curves-section.js';
import { figuresSection } from './figures-section.js';
import { htmlPage } from './html-page.js';
import { mistakesSection } from './mistakes-section.js';
import { optionsSection } from './options-section.js';
import { rankingSection } from './ranking-section.js';
import type { ReportFacts } from './report-facts.js';

/** A model, how it was trained, how good it is and what it costs, as one HTML file. */
export async function htmlReport(facts: ReportFacts): Promise<string> {
  return htmlPage(facts.model, [
    figuresSection(facts),
    curvesSection(facts),
    confusionSection(facts),
    rankingSection(facts),
    await mistakesSection(facts),
    balanceSection(facts),
    costSection(facts),
    optionsSection(facts),
  ]);
}
