export { cheapestAt, mostAccurateWithin } from './choose-point.js';
export { type FindFrontOptions, findFront } from './find-front.js';
export type { FrontPoint } from './front-point.js';
export { type ScoreStagesOptions, type StageScores, scoreStages } from './score-stages.js';
export { type SurestPoint, type SurestWithinOptions, surestWithin } from './surest-within.js';
export { type ThresholdMap, type ThresholdMapOptions, thresholdMap } from './threshold-map.js';
export { thresholdsForShares } from './thresholds-for-shares.js';
