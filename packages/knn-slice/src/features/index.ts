export { createFeatureNet, type FeatureNetOptions } from './create-feature-net.js';
export { extractFeatures } from './extract-features.js';
