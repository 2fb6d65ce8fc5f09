export { fieldBytes } from './field-bytes';
export { realField, realFieldBackward } from './real-field';
