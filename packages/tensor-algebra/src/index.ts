export { antipode } from './algebra/antipode.js';
export { dilate } from './algebra/dilate.js';
export { exp } from './algebra/exp.js';
export { innerProduct } from './algebra/inner-product.js';
export { inverse } from './algebra/inverse.js';
export { levelNorms } from './algebra/level-norms.js';
export { log } from './algebra/log.js';
export { multiply } from './algebra/multiply.js';
export { type NormaliseOptions, normalise } from './algebra/normalise.js';
export { type RescaleLevelsOptions, rescaleLevels } from './algebra/rescale-levels.js';
export { shuffle } from './algebra/shuffle.js';
export { type ShuffledWord, shuffleWords } from './algebra/shuffle-words.js';
export type { TensorOptions } from './algebra/tensor-options.js';
export type { RealArray, RealData } from './arrays/real-array.js';
export {
  createSignatureEngine,
  type SignatureEngine,
  type SignatureEngineOptions,
} from './engine/create-signature-engine.js';
export { logSignatureVjp } from './gradients/log-signature-vjp.js';
export { signatureVjp } from './gradients/signature-vjp.js';
export {
  createIntervalSignatures,
  type IntervalSignatures,
  type IntervalSignaturesOptions,
} from './intervals/create-interval-signatures.js';
export { dyadicWindows } from './intervals/dyadic-windows.js';
export { type ExpandingWindowsOptions, expandingWindows } from './intervals/expanding-windows.js';
export type { Interval } from './intervals/interval.js';
export { type SlidingWindowsOptions, slidingWindows } from './intervals/sliding-windows.js';
export { signatureGram } from './kernel/signature-gram.js';
export { signatureKernel } from './kernel/signature-kernel.js';
export type { SignatureKernelOptions } from './kernel/signature-kernel-options.js';
export type { LogCoordinates } from './log-signature/coordinates.js';
export { type LogSignatureOptions, logSignature } from './log-signature/log-signature.js';
export {
  type SignatureFromLogOptions,
  signatureFromLog,
} from './log-signature/signature-from-log.js';
export { logSignatureLength } from './lyndon/log-signature-length.js';
export { lyndonBrackets } from './lyndon/lyndon-brackets.js';
export { lyndonWords } from './lyndon/lyndon-words.js';
export { type CoefficientsOptions, coefficients } from './signature/coefficients.js';
export {
  type ExpectedSignatureOptions,
  expectedSignature,
} from './signature/expected-signature.js';
export { signature } from './signature/signature.js';
export type { PathOptions, SignatureOptions } from './signature/signature-options.js';
export type { Basepoint } from './signature/start-points.js';
export { type AddBasepointOptions, addBasepoint } from './transforms/add-basepoint.js';
export { addBasepointVjp } from './transforms/add-basepoint-vjp.js';
export { type AddTimeOptions, addTime } from './transforms/add-time.js';
export { addTimeVjp } from './transforms/add-time-vjp.js';
export { cumulativeSum } from './transforms/cumulative-sum.js';
export { cumulativeSumVjp } from './transforms/cumulative-sum-vjp.js';
export { invisibilityReset } from './transforms/invisibility-reset.js';
export { invisibilityResetVjp } from './transforms/invisibility-reset-vjp.js';
export { leadLag } from './transforms/lead-lag.js';
export { leadLagVjp } from './transforms/lead-lag-vjp.js';
export { indexToWord } from './words/index-to-word.js';
export { type SignatureLengthOptions, signatureLength } from './words/signature-length.js';
export { wordToIndex } from './words/word-to-index.js';
export { type Word, words } from './words/words.js';
