export { assignExits } from './assign-exits.js';
export { chooseAbstention } from './choose-abstention.js';
export { type CreatePolicyOptions, createPolicy } from './create-policy.js';
export { evaluatePolicy, type PolicyEvaluation } from './evaluate-policy.js';
export { type CascadeEvaluation, type ExitReport, evaluateScores } from './evaluate-scores.js';
export { parsePolicy } from './parse-policy.js';
export type { FittedFigures, PixelScale, Policy, PolicyPromise, PolicyStage } from './policy.js';
export { scoreByPolicy } from './score-by-policy.js';
export type { Threshold } from './threshold.js';
