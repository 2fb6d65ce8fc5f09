export { type SignatureBytesOptions, signatureBytes } from './signature-bytes.js';
export { signatureModule } from './signature-module.js';
export { type SignatureRealsOptions, signatureDoubles, signatureReals } from './signature-reals.js';
export { signatureWorkspaceBytes } from './signature-workspace-bytes.js';
export { wordCount } from './word-count.js';
