export type { RealArray, RealData } from './arrays/real-array.js';
export {
  createSignatureEngine,
  type SignatureEngine,
  type SignatureEngineOptions,
} from './engine/create-signature-engine.js';
export { signature } from './signature/signature.js';
export type { PathOptions, SignatureOptions } from './signature/signature-options.js';
export type { Basepoint } from './signature/start-points.js';
export { indexToWord } from './words/index-to-word.js';
export { type SignatureLengthOptions, signatureLength } from './words/signature-length.js';
export { wordToIndex } from './words/word-to-index.js';
export { type Word, words } from './words/words.js';
