export { layers } from './layers.js';
