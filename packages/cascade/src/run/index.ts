export type { BatchOptions } from './batches.js';
export { type Drift, type DriftOptions, driftOf } from './drift-of.js';
export { type MeasureStagesOptions, measureStages } from './measure-stages.js';
export { recordStages } from './record-stages.js';
export { type CascadeResult, runCascade } from './run-cascade.js';
