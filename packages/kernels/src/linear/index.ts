export { type GemmOptions, gemm } from './gemm.js';
export { linearModule } from './linear-module.js';
