export * from './checkpoint/index.js';
export * from './model/index.js';
export type { ModelFileProblem } from './model-file-error.js';
export { ModelFileError } from './model-file-error.js';
export * from './quantization/index.js';
export * from './safetensors/index.js';
