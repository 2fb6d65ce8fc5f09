export { signatureModule } from './signature-module.js';
export { type SignatureBytesOptions, signatureBytes } from './signature-bytes.js';
