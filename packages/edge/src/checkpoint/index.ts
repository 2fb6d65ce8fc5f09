export { decodeCheckpoint } from './decode-checkpoint.js';
export { encodeCheckpoint, type SavedCheckpoint } from './encode-checkpoint.js';
