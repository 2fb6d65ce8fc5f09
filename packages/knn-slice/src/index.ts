export * from './knn/index.js';
