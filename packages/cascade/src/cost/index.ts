export { expectedCost } from './expected-cost.js';
export { publishedCost } from './published-cost.js';
export type { CostMeasure, StageCost } from './stage-cost.js';
