export { normalise } from './normalise';
export { product, productIntegers } from './product';
export { quantise } from './quantise';
export { signatures } from './signatures';
export { windows } from './windows';
