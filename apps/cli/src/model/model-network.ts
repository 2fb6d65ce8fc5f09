export { createModelNetwork as modelNetwork } from '@sig/edge';
