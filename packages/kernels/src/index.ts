export type { Engine, EngineOptions } from './engine.js';
export { createEngine } from './engine.js';
export type { Features } from './features.js';
export type { KernelCall, KernelFunction, KernelModule, Program } from './kernel-module.js';
export type { MemoryViews, Precision } from './memory.js';
export { simdSupported, threadsSupported } from './support.js';
export type { ThreadedEngineOptions } from './threaded-engine.js';
export { createThreadedEngine } from './threaded-engine.js';
