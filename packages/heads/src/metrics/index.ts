export {
  type ClassScores,
  type EvaluateOptions,
  type Evaluation,
  evaluate,
} from './evaluate.js';
