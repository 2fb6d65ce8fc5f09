export { type IntegerProductsOptions, integerProducts } from './integer-products.js';
export { integersModule } from './integers-module.js';
export { smallestIntegers } from './smallest-integers.js';
