export { type AttachOptions, attachKnn } from './attach-knn.js';
export { type AttachPrototypesOptions, attachPrototypes } from './attach-prototypes.js';
export { type DetachedKnn, detachKnn } from './detach-knn.js';
export { type KnnLayerOptions, knnLayer } from './knn-layer.js';
export { knnLayers } from './knn-layers.js';
export { runtimeExtension } from './runtime-extension.js';
