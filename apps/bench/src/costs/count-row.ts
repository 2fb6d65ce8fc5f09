import type { PaperRow } from '../tables/paper/paper-table.js';
import { countGraph } from './count-graph.js';
import { countModel } from './count-model.js';
import type { ModelCost } from './model-cost.js';

/** Counts what a row of a paper's table is about; nothing where the paper alone is quoted. */
export function countRow({ model, classes = 2 }: PaperRow): ModelCost | undefined {
  if (model === undefined) return undefined;
  return 'graph' in model ? countGraph(model) : countModel(model, classes);
}
