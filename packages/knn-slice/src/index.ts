export * from './evolution/index.js';
export * from './features/index.js';
export * from './knn/index.js';
export * from './layer/index.js';
export * from './projection/index.js';
export * from './prototypes/index.js';
export * from './references/index.js';
