export { layers } from './layers.js';
export type { RuntimeLayer, RuntimeLayerParts } from './runtime-layer.js';
