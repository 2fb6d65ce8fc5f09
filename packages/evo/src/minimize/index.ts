export type { History, HistoryEntry } from './history.js';
export { minimize } from './minimize.js';
export type { GenerationReport, MinimizeOptions, MinimizeResult } from './minimize-options.js';
export { minimizeSync } from './minimize-sync.js';
export type {
  AsyncBatchObjective,
  AsyncObjective,
  BatchObjective,
  Objective,
} from './objective.js';
export { ObjectiveError } from './objective-error.js';
