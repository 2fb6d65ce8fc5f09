export { type Random, seededRandom } from './seeded-random.js';
export { type Xoshiro128, xoshiro128 } from './xoshiro128.js';
