export { type SignatureBytesOptions, signatureBytes } from './signature-bytes.js';
export { signatureModule } from './signature-module.js';
