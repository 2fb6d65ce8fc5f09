export * from './features/index.js';
export * from './knn/index.js';
