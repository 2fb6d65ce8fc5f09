export { type ChenProductOptions, chenProduct, chenProductDoubles } from './chen-product.js';
export { type ScaleBytesOptions, scaleBytes } from './scale-bytes.js';
export {
  type SignatureBackwardOptions,
  signatureBackward,
  signatureBackwardDoubles,
} from './signature-backward.js';
export { type SignatureBytesOptions, signatureBytes } from './signature-bytes.js';
export { signatureModule } from './signature-module.js';
export { type SignatureRealsOptions, signatureDoubles, signatureReals } from './signature-reals.js';
export {
  signatureBackwardWorkspaceBytes,
  signatureWorkspaceBytes,
  tensorWorkspaceBytes,
} from './signature-workspace-bytes.js';
export {
  type TensorLogBackwardOptions,
  type TensorSeriesOptions,
  tensorExp,
  tensorExpDoubles,
  tensorLog,
  tensorLogBackward,
  tensorLogBackwardDoubles,
  tensorLogDoubles,
} from './tensor-series.js';
export { wordCount } from './word-count.js';
