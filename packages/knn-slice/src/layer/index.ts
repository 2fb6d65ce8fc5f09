export { type AttachKnnOptions, attachKnn } from './attach-knn.js';
export { type DetachedKnn, detachKnn } from './detach-knn.js';
export { type KnnLayerOptions, knnLayer } from './knn-layer.js';
export { knnLayers } from './knn-layers.js';
