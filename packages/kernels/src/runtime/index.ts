export { runtimeWasm } from '../generated/runtime-wasm.js';
export { wordCount } from '../signature/word-count.js';
export { createRuntime, type Runtime, type RuntimeCall } from './create-runtime.js';
export { type NormaliseOptions, normalise } from './normalise.js';
export { type ProductOptions, product, productIntegers } from './product.js';
export { type QuantiseOptions, quantise } from './quantise.js';
export { type SignaturesOptions, signatures, signaturesScratch } from './signatures.js';
export { type WindowsOptions, windows } from './windows.js';
