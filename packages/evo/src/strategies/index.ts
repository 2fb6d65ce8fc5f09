export { type BipopCmaEsOptions, createBipopCmaEs } from './bipop-cma-es.js';
export { createCmaEs } from './cma-es.js';
export { createGaussianEs, type GaussianEsOptions } from './gaussian-es.js';
export { createGeneticAlgorithm, type GeneticAlgorithmOptions } from './genetic-algorithm.js';
export { createIpopCmaEs, type IpopCmaEsOptions } from './ipop-cma-es.js';
export { createOpenAiEs, type OpenAiEsOptions } from './open-ai-es.js';
export { createParticleSwarm, type ParticleSwarmOptions } from './particle-swarm.js';
export { createSeparableCmaEs, type SeparableCmaEsOptions } from './separable-cma-es.js';
