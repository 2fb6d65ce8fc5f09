export * from './calibration/index.js';
export * from './cost/index.js';
export * from './guarantee/index.js';
export * from './policy/index.js';
export * from './recordings/index.js';
export * from './rules/index.js';
export * from './search/index.js';
