export { createFeatureNet, type FeatureNetOptions } from './create-feature-net.js';
export { extractFeatures } from './extract-features.js';
export { ONE_PIXEL_SHIFTS, type Shift, shiftImages } from './shift-images.js';
