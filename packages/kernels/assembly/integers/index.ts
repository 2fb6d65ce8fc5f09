export { integerProducts } from './integer-products';
export { smallestIntegers } from './smallest-integers';
