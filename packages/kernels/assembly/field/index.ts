export { fieldBytes } from './field-bytes';
