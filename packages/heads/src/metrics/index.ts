export { accuracy } from './accuracy.js';
export { auc } from './auc.js';
export { averagePrecision } from './average-precision.js';
export { type ClassScores, classScores } from './class-scores.js';
export type { ConfidenceInterval, ConfidenceOptions } from './confidence-interval.js';
export {
  type ConfidenceIntervals,
  type ConfidenceIntervalsOptions,
  confidenceIntervals,
} from './confidence-intervals.js';
export { confusionMatrix } from './confusion-matrix.js';
export {
  type EvaluateOptions,
  type Evaluation,
  evaluate,
  type NamedClassScores,
} from './evaluate.js';
export { type PrecisionRecallCurve, precisionRecallCurve } from './precision-recall-curve.js';
export { predictedClasses } from './predicted-classes.js';
export { type RocCurve, rocCurve } from './roc-curve.js';
export { wilsonInterval } from './wilson-interval.js';
