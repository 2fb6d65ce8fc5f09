export { type DiscriminantOptions, discriminantProjection } from './discriminant-projection.js';
export type { FeatureSamples } from './feature-samples.js';
export { project } from './project.js';
export type { Projection } from './projection.js';
