export { linearModule } from './linear-module.js';
export { type GemmOptions, gemm } from './gemm.js';
