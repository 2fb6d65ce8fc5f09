export type { DecodeSafetensorsOptions, Safetensors } from './decode-safetensors.js';
export { decodeSafetensors } from './decode-safetensors.js';
export { encodeSafetensors } from './encode-safetensors.js';
export type { Dtype, DtypeArrays, Tensor } from './tensor.js';
